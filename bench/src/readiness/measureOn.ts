import { BenchmarkContext } from '../lib/benchmark';
import { BenchDatabase } from '../lib/databases';
import { Measurement } from '../lib/results';
import { pushFacts } from './facts';
import { measureCrash } from './measureCrash';
import { measureEvaluation } from './measureEvaluation';
import { measureLists } from './measureLists';
import { measurePush } from './measurePush';
import { measureReads } from './measureReads';
import { SampleSize } from './sample';
import {
  startOurs,
  startPeer,
  untilAllAreScored,
  untilCatalogIsKnown,
  untilPeerHasFacts,
} from './startSystems';

const SIZES: Record<'full' | 'quick', SampleSize> = {
  full: { components: 10_000, groups: 500 },
  quick: { components: 1000, groups: 50 },
};
const FULL_REPEATS = { evaluation: 5, reads: 20, lists: 100, push: 5 };
const QUICK_REPEATS = { evaluation: 1, reads: 1, lists: 5, push: 1 };

/** Sets both systems up on one database, and measures everything there. */
export async function measureOn(
  database: BenchDatabase,
  context: BenchmarkContext,
): Promise<Measurement[]> {
  const { quick, folder } = context;
  const size = quick ? SIZES.quick : SIZES.full;
  const repeats = quick ? QUICK_REPEATS : FULL_REPEATS;
  const progress = (message: string) =>
    context.progress(`${database.name}: ${message}`);
  const measured: Measurement[] = [];
  const add = (found: Measurement[]) => {
    for (const { id, value, unit, peer } of found) {
      const beside = peer === undefined ? '' : `, beside ${peer.toFixed(1)}`;
      context.progress(`${id}: ${value.toFixed(1)} ${unit}${beside}`);
    }
    measured.push(...found);
  };

  progress('starting both systems');
  const peer = await startPeer({ database, size, folder });
  try {
    await untilPeerHasFacts(peer);
    const ours = await startOurs({ database, size, folder });
    try {
      const systems = { ours, peer };
      progress(`filling the catalog with ${size.components} components`);
      await untilCatalogIsKnown(ours, size);
      progress('pushing their facts');
      await pushFacts(ours.client, size.components);
      await untilAllAreScored(ours, size);
      await database.settle('ours', ['catalog', 'evidence', 'readiness']);
      await database.settle('peer', ['tech-insights']);

      progress('evaluation');
      add(
        await measureEvaluation({
          systems,
          database,
          size,
          repeats: repeats.evaluation,
          progress,
        }),
      );
      progress('stored scores');
      add(
        await measureReads({
          systems,
          database: database.name,
          size,
          repeats: repeats.reads,
        }),
      );
      progress('lists and roll-ups');
      add(
        await measureLists({
          client: ours.client,
          database: database.name,
          repeats: repeats.lists,
        }),
      );
      progress('pushes');
      add(
        await measurePush({
          client: ours.client,
          database,
          size,
          repeats: repeats.push,
          quick,
        }),
      );
    } finally {
      await ours.stop();
    }
  } finally {
    await peer.stop();
  }
  progress('a crash in the middle of pushes');
  add(await measureCrash({ database, folder, progress }));
  return measured;
}
