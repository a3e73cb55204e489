import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

export const USAGE = `Usage: node packages/sample-data/src/load.mjs --data <folder> [options]

  --data <folder>      keeps the moment of the first load here, so that a later load pushes the same records
  --url <url>          address of the portal (CONDUCTOR_URL, else http://localhost:7007)
  --evidence <folder>  schedule.yaml and the files it names (examples/intelgraph/evidence)
  --traffic <folder>   traffic.yaml: what the services count for their objectives (examples/intelgraph/samples)
  --artifacts <folder> reports of this project's own CI run, pushed where there are any (artifacts)
  --wait <seconds>     how long to wait for the portal, and then for its catalog (300)
  --stay               stays, and pushes each minute what was counted, and twice a day what the pipelines have reported since

The token of a producer is read from CONDUCTOR_TOKEN, never from an option.`;

/**
 * @typedef {object} Settings
 * @property {string} url   Without a slash at the end.
 * @property {string} token
 * @property {string} data   Folder.
 * @property {string} evidence   Folder.
 * @property {string} traffic   Folder.
 * @property {string} artifacts   Folder; need not exist.
 * @property {number} waitMs
 * @property {boolean} stay   Whether to go on topping up.
 */

/**
 * Reads the command line and the environment.
 *
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 * @returns {Settings | 'help'}
 * @throws with the way out, when something is missing
 */
export function readSettings(args, env) {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string' },
      url: { type: 'string' },
      evidence: {
        type: 'string',
        default: inRepository('examples/intelgraph/evidence'),
      },
      traffic: {
        type: 'string',
        default: inRepository('examples/intelgraph/samples'),
      },
      artifacts: { type: 'string', default: inRepository('artifacts') },
      wait: { type: 'string', default: '300' },
      stay: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  if (!values.data) {
    throw new Error(
      '--data is missing: name the folder where the portal keeps its data.',
    );
  }
  if (!env.CONDUCTOR_TOKEN) {
    throw new Error(
      'CONDUCTOR_TOKEN is not set: set it to the token of a producer in evidence.producers.',
    );
  }
  const url = values.url ?? (env.CONDUCTOR_URL || 'http://localhost:7007');
  if (!URL.canParse(url)) {
    throw new Error(`--url must be the address of the portal, not "${url}".`);
  }
  const seconds = Number(values.wait);
  if (!(seconds > 0)) {
    throw new Error(
      `--wait must be a number of seconds above 0, not "${values.wait}".`,
    );
  }
  return {
    url: url.replace(/\/+$/, ''),
    token: env.CONDUCTOR_TOKEN,
    data: values.data,
    evidence: values.evidence,
    traffic: values.traffic,
    artifacts: values.artifacts,
    waitMs: seconds * 1000,
    stay: values.stay,
  };
}

function inRepository(path) {
  return fileURLToPath(new URL(`../../../${path}`, import.meta.url));
}
