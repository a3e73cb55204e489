// Serves the portal with the sample organisation: gets what is missing, builds what has changed, starts everything.
// Options: --port N (default 7007; the identity provider takes N + 1), --data FOLDER (default .data).
import path from 'node:path';
import { ensureDocsTools } from './lib/docsTools.mjs';
import { fail, step } from './lib/log.mjs';
import { inRoot } from './lib/paths.mjs';
import { buildPortal } from './lib/portal.mjs';
import {
  CONFIG_ARGS,
  loadSampleData,
  openLog,
  portalEnv,
  readOptions,
  startIdentity,
} from './lib/samplePortal.mjs';
import { prepare } from './lib/toolchain.mjs';

try {
  const options = await readOptions();
  const toolchain = await prepare();
  await buildPortal(toolchain);

  const env = {
    ...portalEnv(toolchain, options),
    NODE_ENV: 'production',
  };
  const log = openLog(options.dataDir);
  step('Starting the identity provider of the sample organisation');
  const services = await startIdentity(toolchain, options, env, log.onLine);

  step('Starting the portal');
  services.start(
    'The portal',
    toolchain.node,
    [
      '--require',
      inRoot('node_modules/@backstage/cli/config/nodeTransform.cjs'),
      'src/index.ts',
      ...CONFIG_ARGS,
    ],
    { env, onLine: log.onLine, cwd: inRoot('packages/backend') },
  );
  await services.waitFor(`${options.url}/.backstage/health/v1/readiness`, {
    seconds: 180,
  });

  step(`The portal is ready: ${options.url}`);
  const tokenFile = path.join(options.dataDir, 'ci-token');
  process.stderr.write(
    `
  Open ${options.url} and sign in as one of the sample people.
  A pipeline's token:  export CONDUCTOR_TOKEN=$(cat ${tokenFile})
  Ask the gate:        npm run conductor -- gate --entity gateway --env production
  Log: ${log.file}     Stop: Ctrl+C

`,
  );
  loadSampleData(toolchain, options, env, services, line => {
    log.onLine(line);
    step(line);
  });

  // After the first screen: it does not wait for docs.
  ensureDocsTools();

  process.exit(await services.ended);
} catch (error) {
  fail(error.message);
}
