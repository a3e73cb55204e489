import { BackendProcess } from '../lib/BackendProcess';
import { BenchDatabase } from '../lib/databases';
import { until } from '../lib/until';
import { BoardPlan, objectivesOf } from './boardPlan';
import { writeDocuments } from './writeDocuments';

const FILL_SECONDS = 300;

/** Name of the backend, and so of its databases. */
export const BACKEND = 'slo';

/** Starts a backend with catalog, evidence and objectives, and waits until it knows them all. They have no samples yet. */
export async function startPortal(options: {
  database: BenchDatabase;
  plan: BoardPlan;
  folder: string;
}): Promise<BackendProcess> {
  const { database, plan, folder } = options;
  const portal = await BackendProcess.start({
    name: BACKEND,
    file: require.resolve('./backend'),
    folder,
    database: database.configFor(BACKEND),
    config: {
      bench: { size: { ...plan.size } },
      auth: { providers: { bench: {} } },
      permission: { enabled: true },
      catalog: {
        rules: [{ allow: ['Component', 'Group', 'User'] }],
        processingInterval: { hours: 24 },
      },
      slo: {
        folders: [await writeDocuments(folder, plan)],
        // Reading and evaluation begin when they are told to, not by the clock.
        evaluation: { frequency: { hours: 24 } },
      },
    },
  });
  try {
    await until('all objectives', FILL_SECONDS, async () => {
      const { body } = await portal.client.get(
        '/api/slo/v1/objectives?limit=1',
      );
      const { total, pending } = JSON.parse(body).summary;
      return total === objectivesOf(plan) && pending === 0;
    });
  } catch (error) {
    await portal.stop();
    throw error;
  }
  return portal;
}
