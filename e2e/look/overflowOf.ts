import { Page } from '@playwright/test';

/** By how many pixels the page itself can be scrolled sideways. Regions that scroll in their own frame do not count. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const frames = [
      document.documentElement,
      document.body,
      ...document.querySelectorAll('main, [role=main], article'),
    ];
    return Math.max(
      ...frames.map(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      ),
    );
  });
