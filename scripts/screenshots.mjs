// Takes the pictures that the docs show, of a portal with fresh sample data: `yarn screenshots`. Writes docs/images.
import { ensureChromium } from './lib/chromium.mjs';
import { fail, step } from './lib/log.mjs';
import { buildPortal } from './lib/portal.mjs';
import { prepare } from './lib/toolchain.mjs';

try {
  const toolchain = await prepare();
  const chromium = await ensureChromium(toolchain);
  if (chromium === undefined) {
    throw new Error(
      'No Chromium is installed and none could be downloaded: install one (for example `apt-get install chromium`).',
    );
  }
  await buildPortal(toolchain);
  step('Taking the pictures');
  await toolchain.bin(
    'playwright',
    ['test', '--config', 'e2e/pictures.config.ts'],
    { env: { ...toolchain.env, CONDUCTOR_CHROMIUM: chromium } },
  );
} catch (error) {
  fail(error.message);
}
