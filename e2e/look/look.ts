import { Page } from '@playwright/test';

/** A size of window and a theme to look at a screen in. */
export interface View {
  width: 390 | 1280 | 1920;
  theme: 'light' | 'dark';
}

/** Resizes the window and switches the theme in place: the portal follows the colour scheme of the system. */
export async function look(page: Page, { width, theme }: View): Promise<void> {
  await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.locator(`[data-theme-mode=${theme}]`).first().waitFor();
}
