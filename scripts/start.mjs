// Serves the portal with the sample organisation: gets what is missing, builds what has changed, starts everything.
// Options: --port N (default 7007; the identity provider takes N + 1), --data FOLDER (default .data).
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fail, step } from './lib/log.mjs';
import { inRoot } from './lib/paths.mjs';
import { buildPortal } from './lib/portal.mjs';
import { localSecrets } from './lib/secrets.mjs';
import { isPortFree, Services, waitFor } from './lib/services.mjs';
import { prepare } from './lib/toolchain.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.CONDUCTOR_PORT ?? '7007' },
    data: {
      type: 'string',
      default: process.env.CONDUCTOR_DATA_DIR ?? inRoot('.data'),
    },
  },
});
const port = Number(values.port);
const identityPort = port + 1;
const dataDir = path.resolve(values.data);

async function checkPorts() {
  for (const candidate of [port, identityPort]) {
    if (!(await isPortFree(candidate))) {
      fail(
        `Port ${candidate} is taken; stop what listens there, or run \`npm start -- --port 7107\` (it uses that port and the next).`,
      );
    }
  }
}

try {
  if (!Number.isInteger(port) || port < 1 || port > 65534) {
    fail(`--port must be a whole number from 1 to 65534, not ${values.port}.`);
  }
  await checkPorts();
  const toolchain = await prepare();
  await buildPortal(toolchain);

  const secrets = localSecrets(dataDir);
  const url = `http://localhost:${port}`;
  const identityUrl = `http://localhost:${identityPort}`;
  const env = {
    ...toolchain.env,
    NODE_ENV: 'production',
    CONDUCTOR_BASE_URL: url,
    CONDUCTOR_PORT: String(port),
    CONDUCTOR_DATA_DIR: dataDir,
    CONDUCTOR_SESSION_SECRET: secrets.sessionSecret,
    CONDUCTOR_IDENTITY_URL: identityUrl,
    CONDUCTOR_IDENTITY_SECRET: secrets.identitySecret,
    CONDUCTOR_CI_TOKEN: secrets.ciToken,
  };
  const logFile = path.join(dataDir, 'portal.log');
  const log = fs.createWriteStream(logFile, { flags: 'a' });
  const services = new Services();
  let over = false;
  services.ended.then(() => {
    over = true;
  });
  // The log file has everything; the terminal shows what needs a person.
  const onLine = line => {
    log.write(`${line}\n`);
    if (/ended unexpectedly|could not be started| error:? /i.test(line)) {
      process.stderr.write(`${line}\n`);
    }
  };

  step('Starting the identity provider of the sample organisation');
  services.start(
    'The identity provider',
    toolchain.node,
    [
      inRoot('packages/sample-identity/src/server.mjs'),
      '--port',
      String(identityPort),
      '--issuer',
      identityUrl,
      '--redirect-uri',
      `${url}/api/auth/oidc/handler/frame`,
      '--data',
      dataDir,
      '--allow-sample-users',
    ],
    { env, onLine },
  );
  await waitFor(`${identityUrl}/.well-known/openid-configuration`, {
    seconds: 60,
    isOver: () => over,
  });

  step('Starting the portal');
  services.start(
    'The portal',
    toolchain.node,
    [
      '--require',
      inRoot('node_modules/@backstage/cli/config/nodeTransform.cjs'),
      'src/index.ts',
      '--config',
      '../../app-config.yaml',
      '--config',
      '../../app-config.sample.yaml',
    ],
    { env, onLine, cwd: inRoot('packages/backend') },
  );
  await waitFor(`${url}/.backstage/health/v1/readiness`, {
    seconds: 180,
    isOver: () => over,
  });

  step(`The portal is ready: ${url}`);
  process.stderr.write(
    [
      '',
      `  Open ${url} and sign in as one of the sample people.`,
      `  A pipeline's token:  export CONDUCTOR_TOKEN=$(cat ${path.join(
        dataDir,
        'ci-token',
      )})`,
      `  Ask the gate:        yarn conductor gate --entity gateway --env production`,
      `  Log:                 ${logFile}        Stop: Ctrl+C`,
      '',
    ].join('\n'),
  );

  const loader = services.start(
    'The sample data loader',
    toolchain.node,
    [
      inRoot('packages/sample-data/src/load.mjs'),
      '--url',
      url,
      '--data',
      dataDir,
    ],
    {
      env: { ...env, CONDUCTOR_TOKEN: secrets.ciToken },
      onLine: line => step(line),
      mayEnd: true,
    },
  );
  loader.once('exit', code => {
    if (code !== 0 && !over) {
      step(
        `Sample evidence was not loaded completely; see ${logFile}. The portal goes on without.`,
      );
    }
  });

  process.exit(await services.ended);
} catch (error) {
  fail(error.message);
}
