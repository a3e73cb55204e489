import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const SAMPLE_PEOPLE = new URL(
  '../../../examples/intelgraph/org.yaml',
  import.meta.url,
);

export const USAGE = `Usage: node packages/sample-identity/src/server.mjs [options]

  --port <number>          port on 127.0.0.1 (7008)
  --issuer <url>           address that the portal and browsers use (http://localhost:<port>)
  --client-id <id>         client of the portal (maestro-conductor)
  --redirect-uri <url>     where sign-in returns to
                           (http://localhost:7007/api/auth/oidc/handler/frame)
  --people <file>          catalog file whose User entities may sign in
  --data <folder>          keeps keys and sessions here; without it they last as long as the process
  --allow-sample-users     run although NODE_ENV is production

The client's secret is read from SAMPLE_IDENTITY_CLIENT_SECRET, never from an option.`;

/**
 * @typedef {object} Settings
 * @property {number} port
 * @property {string} issuer
 * @property {string} clientId
 * @property {string} clientSecret
 * @property {string} redirectUri
 * @property {string} people   Path.
 * @property {string | undefined} data   Path.
 */

/**
 * Reads the command line and the environment.
 *
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 * @returns {Settings | 'help'}
 * @throws with the way out, when something is missing or sample users are not wanted here
 */
export function readSettings(args, env) {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '7008' },
      issuer: { type: 'string' },
      'client-id': { type: 'string', default: 'maestro-conductor' },
      'redirect-uri': {
        type: 'string',
        default: 'http://localhost:7007/api/auth/oidc/handler/frame',
      },
      people: { type: 'string', default: fileURLToPath(SAMPLE_PEOPLE) },
      data: { type: 'string' },
      'allow-sample-users': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  if (env.NODE_ENV === 'production' && !values['allow-sample-users']) {
    throw new Error(
      'This provider lets anyone sign in as a sample person without a password, so it does not start with NODE_ENV=production. For a trial on your own machine add --allow-sample-users.',
    );
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(
      `--port must be a number from 1 to 65535, not "${values.port}".`,
    );
  }
  const clientSecret = env.SAMPLE_IDENTITY_CLIENT_SECRET;
  if (!clientSecret) {
    throw new Error(
      "SAMPLE_IDENTITY_CLIENT_SECRET is not set: set it to the same random value as the portal's auth.providers.oidc clientSecret.",
    );
  }
  return {
    port,
    issuer: checkedUrl('--issuer', values.issuer ?? `http://localhost:${port}`),
    clientId: values['client-id'],
    clientSecret,
    redirectUri: checkedUrl('--redirect-uri', values['redirect-uri']),
    people: values.people,
    data: values.data,
  };
}

function checkedUrl(option, value) {
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new Error(
      `${option} must be an http or https address, not "${value}".`,
    );
  }
  return value.replace(/\/$/, '');
}
