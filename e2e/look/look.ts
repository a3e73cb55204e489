import { Page } from '@playwright/test';

/** A size of window and a theme to look at a screen in. */
export interface View {
  width: 390 | 1280 | 1920;
  theme: 'light' | 'dark';
}

/** Until what moves has come to rest: in the middle of a change of theme the text of one stands on the background of the other. */
async function comeToRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () =>
      new Promise(resolve => requestAnimationFrame(() => resolve(undefined)));
    await frame();
    await frame();
    const endless = (animation: Animation) =>
      animation.effect?.getComputedTiming().iterations === Infinity;
    await Promise.allSettled(
      document
        .getAnimations()
        .filter(animation => !endless(animation))
        .map(animation => animation.finished),
    );
  });
}

/** Resizes the window and switches the theme in place: the portal follows the colour scheme of the system. */
export async function look(page: Page, { width, theme }: View): Promise<void> {
  await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.locator(`[data-theme-mode=${theme}]`).first().waitFor();
  await comeToRest(page);
}
