import { Page } from '@playwright/test';

/** A size of window and a theme to look at a screen in. */
export interface View {
  width: 390 | 1280 | 1920;
  theme: 'light' | 'dark';
}

/** Longer than any change of theme takes. */
const AT_REST_MS = 1_000;

/**
 * Until what moves has come to rest: in the middle of a change of theme the text of one stands on the background of the other. Not every
 * animation ends: a skeleton's never does, and one that is paused neither.
 */
async function comeToRest(page: Page): Promise<void> {
  await page.evaluate(async limit => {
    const frame = () =>
      new Promise(resolve => requestAnimationFrame(() => resolve(undefined)));
    await frame();
    await frame();
    await Promise.race([
      Promise.allSettled(document.getAnimations().map(a => a.finished)),
      new Promise(resolve => setTimeout(resolve, limit)),
    ]);
  }, AT_REST_MS);
}

/** Resizes the window and switches the theme in place: the portal follows the colour scheme of the system. */
export async function look(page: Page, { width, theme }: View): Promise<void> {
  await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.locator(`[data-theme-mode=${theme}]`).first().waitFor();
  await comeToRest(page);
}
