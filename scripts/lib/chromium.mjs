import fs from 'node:fs';
import { step } from './log.mjs';

const INSTALLED = [
  process.env.CONDUCTOR_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * A Chromium to run browser tests in: an installed one, else the one that Playwright downloads.
 *
 * @returns the path of an installed one, '' for Playwright's own, or undefined where neither can be had
 */
export async function ensureChromium(toolchain) {
  const installed = INSTALLED.find(file => file && fs.existsSync(file));
  if (installed) {
    return installed;
  }
  step('Getting Chromium for the browser tests');
  try {
    await toolchain.bin('playwright', ['install', 'chromium'], { quiet: true });
    return '';
  } catch {
    return undefined;
  }
}
