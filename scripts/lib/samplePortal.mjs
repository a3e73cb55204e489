import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { docsBin } from './docsTools.mjs';
import { inRoot } from './paths.mjs';
import { localSecrets } from './secrets.mjs';
import { isPortFree, Services } from './services.mjs';

/** The configuration files of a portal with the sample organisation. */
export const CONFIG_ARGS = [
  'app-config.yaml',
  'app-config.sample.yaml',
].flatMap(file => ['--config', inRoot(file)]);

/** Reads `--port` and `--data`; throws where the port is no port or taken. The identity provider gets the port after it. */
export async function readOptions() {
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
  if (!Number.isInteger(port) || port < 1 || port > 65534) {
    throw new Error(
      `--port must be a whole number from 1 to 65534, not ${values.port}.`,
    );
  }
  for (const candidate of [port, port + 1]) {
    if (!(await isPortFree(candidate))) {
      throw new Error(
        `Port ${candidate} is taken; stop what listens there, or run \`npm start -- --port 7107\` (it uses that port and the next).`,
      );
    }
  }
  return {
    port,
    url: `http://localhost:${port}`,
    identityPort: port + 1,
    identityUrl: `http://localhost:${port + 1}`,
    dataDir: path.resolve(values.data),
  };
}

/** What the configuration files take from the environment. */
export function portalEnv(toolchain, options, appUrl = options.url) {
  const secrets = localSecrets(options.dataDir);
  return {
    ...toolchain.env,
    PATH: [docsBin, toolchain.env.PATH].join(path.delimiter),
    CONDUCTOR_APP_URL: appUrl,
    CONDUCTOR_BASE_URL: options.url,
    CONDUCTOR_PORT: String(options.port),
    CONDUCTOR_DATA_DIR: options.dataDir,
    CONDUCTOR_SESSION_SECRET: secrets.sessionSecret,
    CONDUCTOR_IDENTITY_URL: options.identityUrl,
    SAMPLE_IDENTITY_CLIENT_SECRET: secrets.identitySecret,
    CONDUCTOR_CI_TOKEN: secrets.ciToken,
  };
}

/** Everything goes into the log file; the terminal shows what needs a person. */
export function openLog(dataDir) {
  const file = path.join(dataDir, 'portal.log');
  const stream = fs.createWriteStream(file, { flags: 'a' });
  const onLine = line => {
    stream.write(`${line}\n`);
    if (/ended unexpectedly|could not be started/.test(line)) {
      process.stderr.write(`${line}\n`);
    }
  };
  return { file, onLine };
}

/** Starts the identity provider of the sample organisation and waits until it answers. */
export async function startIdentity(toolchain, options, env, onLine) {
  const services = new Services();
  services.start(
    'The identity provider',
    toolchain.node,
    [
      inRoot('packages/sample-identity/src/server.mjs'),
      ...['--port', String(options.identityPort)],
      ...['--issuer', options.identityUrl],
      ...['--redirect-uri', `${options.url}/api/auth/oidc/handler/frame`],
      ...['--data', options.dataDir],
      '--allow-sample-users',
    ],
    { env, onLine },
  );
  await services.waitFor(
    `${options.identityUrl}/.well-known/openid-configuration`,
    {
      seconds: 60,
    },
  );
  return services;
}

/** Pushes the sample organisation's month of evidence in the background, as its pipelines would have, and then what each day brings. */
export function loadSampleData(toolchain, options, env, services, onLine) {
  const loader = services.start(
    'The sample data loader',
    toolchain.node,
    [
      inRoot('packages/sample-data/src/load.mjs'),
      ...['--url', options.url],
      ...['--data', options.dataDir],
      '--stay',
    ],
    {
      env: { ...env, CONDUCTOR_TOKEN: env.CONDUCTOR_CI_TOKEN },
      onLine,
      mayEnd: true,
    },
  );
  loader.once('exit', (code, signal) => {
    // Ctrl+C reaches the loader itself, perhaps before anyone else.
    if (code !== 0 && signal !== 'SIGINT' && !services.isOver) {
      onLine(
        'The sample evidence was not loaded completely; the portal goes on without.',
      );
    }
  });
}
