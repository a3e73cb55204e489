// The portal with hot reload: frontend on port 3000, backend on --port (default 7007), sample organisation included.
import { ensureDocsTools } from './lib/docsTools.mjs';
import { fail, step } from './lib/log.mjs';
import { root } from './lib/paths.mjs';
import {
  CONFIG_ARGS,
  loadSampleData,
  openLog,
  portalEnv,
  readOptions,
  startIdentity,
} from './lib/samplePortal.mjs';
import { prepare } from './lib/toolchain.mjs';

const APP_URL = 'http://localhost:3000';

try {
  const options = await readOptions();
  const toolchain = await prepare();
  const env = {
    ...portalEnv(toolchain, options, APP_URL),
    NODE_ENV: 'development',
  };
  const log = openLog(options.dataDir);
  const services = await startIdentity(toolchain, options, env, log.onLine);
  services.start(
    'The portal',
    'backstage-cli',
    ['repo', 'start', ...CONFIG_ARGS],
    { env, cwd: root, onLine: line => process.stdout.write(`${line}\n`) },
  );
  await services.waitFor(`${options.url}/.backstage/health/v1/readiness`, {
    seconds: 300,
  });
  step(`The portal is ready: ${APP_URL}`);
  loadSampleData(toolchain, options, env, services, step);
  ensureDocsTools();
  process.exit(await services.ended);
} catch (error) {
  fail(error.message);
}
