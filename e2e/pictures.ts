import { expect, Page, test } from '@playwright/test';
import path from 'node:path';
import { conductor } from './conductor';
import { look, View } from './look/look';
import { sampleData } from './look/sampleData';
import { open, Screen, SCREENS } from './look/screens';
import { signIn } from './signIn';

interface Picture extends View {
  /** File name in `docs/images`, without its ending. */
  file: string;
  screen: Screen;
  /** Pixels from the top of the screen. */
  height: number;
  /** Gets the screen into the state that the picture shows. */
  before?(page: Page): Promise<unknown>;
}

const PICTURES: Picture[] = [
  {
    file: 'readiness-of-a-service',
    screen: SCREENS.readinessFailing,
    width: 1280,
    theme: 'light',
    height: 1120,
  },
  {
    file: 'heat-map',
    screen: SCREENS.heatMap,
    width: 1280,
    theme: 'light',
    height: 1080,
  },
  {
    file: 'evidence-record',
    screen: SCREENS.evidence,
    width: 1280,
    theme: 'light',
    height: 700,
    before: async page => {
      const record = page
        .getByRole('button', { name: /^Details: coverage/ })
        .first();
      await record.click();
      await page.getByRole('table', { name: 'Facts of this record' }).waitFor();
      await record.evaluate(button => button.scrollIntoView());
    },
  },
  {
    file: 'services-dark',
    screen: SCREENS.services,
    width: 1280,
    theme: 'dark',
    height: 1080,
  },
  {
    file: 'ready-service-dark',
    screen: SCREENS.readinessGold,
    width: 1280,
    theme: 'dark',
    height: 700,
  },
  {
    file: 'phone',
    screen: SCREENS.services,
    width: 390,
    theme: 'light',
    height: 1180,
    before: page =>
      page
        .getByRole('tab', { name: 'Services' })
        .evaluate(tab => tab.scrollIntoView()),
  },
];

test('the pictures of the docs', async ({ page, baseURL }) => {
  await signIn(page, 'Lars Lead');
  await sampleData();
  // So that the screens have a decision of the gate to show.
  for (const entity of ['gateway', 'policy-reasoner']) {
    const { code, stderr } = await conductor(baseURL!, [
      ...['gate', '--entity', entity],
      ...['--env', 'production'],
    ]);
    expect([0, 1], stderr).toContain(code);
  }
  for (const { file, screen, before, height, ...view } of PICTURES) {
    await look(page, view);
    await open(page, screen);
    await page.setViewportSize({ width: view.width, height });
    await before?.(page);
    await page.waitForLoadState('networkidle');
    await page.screenshot({
      path: path.resolve(__dirname, `../docs/images/${file}.png`),
      animations: 'disabled',
    });
  }
});
