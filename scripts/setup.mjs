// Gets everything that `npm start` and `npm test` need, and builds the portal, without starting anything.
import { ensureDocsTools } from './lib/docsTools.mjs';
import { buildPortal } from './lib/portal.mjs';
import { fail, step } from './lib/log.mjs';
import { prepare } from './lib/toolchain.mjs';

try {
  const toolchain = await prepare();
  await buildPortal(toolchain);
  await ensureDocsTools();
  step('Ready: `npm start` serves the portal, `npm test` runs all tests.');
} catch (error) {
  fail(error.message);
}
