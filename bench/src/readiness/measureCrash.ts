import { setTimeout as sleep } from 'node:timers/promises';
import { BackendProcess } from '../lib/BackendProcess';
import { BenchDatabase } from '../lib/databases';
import { pushEvidence } from '../lib/evidence';
import { Measurement } from '../lib/results';
import { lcovReport } from './lcov';
import { componentRef } from './sample';
import { startOurs, untilCatalogIsKnown } from './startSystems';

const SIZE = { components: 20, groups: 2 };
const PRODUCERS = 4;
const KILL_AFTER_MS = 2000;
const GONE_WITHIN_MS = 5000;
const NAME = 'crash';

/** Pushes one report after another until the backend is gone; answers with the records that were promised. */
async function pushUntilGone(
  backend: BackendProcess,
  producer: number,
): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let run = 0; ; run++) {
    const report = {
      entityRef: componentRef((producer + run) % SIZE.components),
      fileName: 'lcov.info',
      content: lcovReport(),
      run: `${producer}-${run}`,
    };
    try {
      acknowledged.push(...(await pushEvidence(backend.client, [report])));
    } catch (error) {
      // The connection breaks a moment before the process is known to have ended.
      if (await backend.isGoneWithin(GONE_WITHIN_MS)) return acknowledged;
      throw error;
    }
  }
}

async function countLost(
  backend: BackendProcess,
  ids: readonly string[],
): Promise<number> {
  let lost = 0;
  for (const id of ids) {
    const path = `/api/evidence/v1/records/${id}/content`;
    lost += (await backend.client.isThere(path)) ? 0 : 1;
  }
  return lost;
}

/** Kills the backend in the middle of pushes, starts it again, and asks for the bytes of every record that it had acknowledged. */
export async function measureCrash(options: {
  database: BenchDatabase;
  folder: string;
  progress(message: string): void;
}): Promise<Measurement[]> {
  const { database, folder, progress } = options;
  const start = () => startOurs({ database, size: SIZE, folder }, NAME);
  let backend = await start();
  try {
    await untilCatalogIsKnown(backend, SIZE);
    const pushes = Array.from({ length: PRODUCERS }, (_, producer) =>
      pushUntilGone(backend, producer),
    );
    await sleep(KILL_AFTER_MS);
    await backend.kill();
    const acknowledged = (await Promise.all(pushes)).flat();
    if (acknowledged.length === 0) {
      throw new Error('Nothing was acknowledged before the backend was killed');
    }
    backend = await start();
    const lost = await countLost(backend, acknowledged);
    progress(`killed after ${acknowledged.length} records, ${lost} lost`);
    return [
      {
        id: `lost-after-kill.${database.name}`,
        value: lost,
        unit: 'records',
        target: 0,
        better: 'lower',
        gate: true,
      },
    ];
  } finally {
    await backend.stop();
  }
}
