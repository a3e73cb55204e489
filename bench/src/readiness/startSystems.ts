import { BackendProcess, BENCH_SUBJECT } from '../lib/BackendProcess';
import { BenchDatabase } from '../lib/databases';
import { HttpClient } from '../lib/HttpClient';
import { until } from '../lib/until';
import { PEER_CHECKS, PEER_RETRIEVER, SCORECARD } from './rules';
import { componentRef, SampleSize } from './sample';

const FILL_SECONDS = 1800;
const LOOK_EVERY_MS = 2000;

/** Both systems over the same entities, with facts and, on our side, scores. */
export interface Systems {
  ours: BackendProcess;
  peer: BackendProcess;
}

interface SystemOptions {
  database: BenchDatabase;
  size: SampleSize;
  folder: string;
}

/** Starts our backend: what the portal runs for evidence and readiness, and a catalog that fills up with the sample. */
export function startOurs(
  options: SystemOptions,
  name = 'ours',
): Promise<BackendProcess> {
  const { database, size, folder } = options;
  return BackendProcess.start({
    name,
    file: require.resolve('./ours'),
    folder,
    database: database.configFor(name),
    config: {
      bench: { size: { ...size } },
      auth: { providers: { bench: {} } },
      permission: { enabled: true },
      catalog: {
        rules: [{ allow: ['Component', 'Group', 'User'] }],
        processingInterval: { hours: 24 },
      },
      evidence: {
        producers: [
          {
            subject: BENCH_SUBJECT,
            filter: { kind: 'component' },
            kinds: ['coverage', 'facts'],
            environments: ['production'],
            facts: ['*'],
          },
        ],
      },
      readiness: { scorecards: { prs: SCORECARD } },
    },
  });
}

/** Starts the peer. Its catalog stays empty: its checks never ask it, and an idle catalog takes no time from it. */
export function startPeer(options: SystemOptions): Promise<BackendProcess> {
  const { database, size, folder } = options;
  return BackendProcess.start({
    name: 'peer',
    file: require.resolve('./peer'),
    folder,
    database: database.configFor('peer'),
    config: {
      bench: { size: { ...size } },
      techInsights: {
        factChecker: { checks: PEER_CHECKS },
        factRetrievers: {
          // Runs once, at the start.
          [PEER_RETRIEVER]: {
            cadence: '0 0 1 1 *',
            initialDelay: { seconds: 0 },
          },
        },
      },
    },
  });
}

/** How many services readiness knows, and how many of them have a score. */
async function summaryOf(
  client: HttpClient,
): Promise<{ services: number; scored: number }> {
  const { body } = await client.get('/api/readiness/v1/summary');
  return JSON.parse(body);
}

/** Waits until readiness knows every component. */
export async function untilCatalogIsKnown(
  ours: BackendProcess,
  size: SampleSize,
): Promise<void> {
  await until(
    'readiness to know all components',
    FILL_SECONDS,
    async () => {
      const { services } = await summaryOf(ours.client);
      return services === size.components;
    },
    LOOK_EVERY_MS,
  );
}

/** Waits until every component has a score. */
export async function untilAllAreScored(
  ours: BackendProcess,
  size: SampleSize,
): Promise<void> {
  await until(
    'all scores',
    FILL_SECONDS,
    async () => {
      const { scored } = await summaryOf(ours.client);
      return scored === size.components;
    },
    LOOK_EVERY_MS,
  );
}

/** Waits until the peer has the facts of every component; they are stored in one transaction. */
export async function untilPeerHasFacts(peer: BackendProcess): Promise<void> {
  const ref = encodeURIComponent(componentRef(0));
  await until("the peer's facts", FILL_SECONDS, async () => {
    const { body } = await peer.client.get(
      `/api/tech-insights/facts/latest?entity=${ref}&ids=${PEER_RETRIEVER}`,
    );
    return PEER_RETRIEVER in JSON.parse(body);
  });
}
