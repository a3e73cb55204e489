import { HttpClient } from '../lib/HttpClient';
import { fasterThanPeer, Measurement } from '../lib/results';
import { median } from '../lib/statistics';
import { assertChecked } from './assertChecked';
import { assertScored } from './assertScored';
import { componentRef, componentRefs, SampleSize } from './sample';
import { Systems } from './startSystems';

/** The peer's own client takes whole multiples of 750 for "all"; below it, it sends what it is asked for. */
const BULK = 700;
const BULK_FASTER = 30;
const SINGLE_FASTER = 2;
const WARM_UP = 3;
const SINGLES = 100;

/** Reads the scores of entities, verdict and value of each dimension included, by one request. */
async function readScores(
  client: HttpClient,
  entities: string[],
): Promise<number> {
  const answer = await client.post('/api/readiness/v1/scores/by-entities', {
    entities,
  });
  assertScored(answer.body, entities.length);
  return answer.milliseconds;
}

/** Stored scores of many and of one, beside the peer's answers, which it computes each time. */
export async function measureReads(options: {
  systems: Systems;
  database: string;
  size: SampleSize;
  repeats: number;
}): Promise<Measurement[]> {
  const { systems, database, size, repeats } = options;
  const ours = systems.ours.client;
  const peer = systems.peer.client;
  const count = Math.min(BULK, size.components);
  const entities = componentRefs(count);
  const bulk = { ours: [] as number[], peer: [] as number[] };
  for (let round = -WARM_UP; round < repeats; round++) {
    const stored = await readScores(ours, entities);
    const checked = await peer.post('/api/tech-insights/checks/run', {
      entities,
    });
    assertChecked(checked.body, count);
    if (round < 0) continue;
    bulk.ours.push(stored);
    bulk.peer.push(checked.milliseconds);
  }

  const single = { ours: [] as number[], peer: [] as number[] };
  for (let index = -WARM_UP; index < SINGLES; index++) {
    const ref = componentRef(Math.abs(index * 97) % size.components);
    const stored = await ours.get(
      `/api/readiness/v1/scores/by-entity?entity=${encodeURIComponent(ref)}`,
    );
    const name = ref.slice(ref.indexOf('/') + 1);
    const checked = await peer.post(
      `/api/tech-insights/checks/run/default/component/${name}`,
      {},
    );
    if (index < 0) continue;
    single.ours.push(stored.milliseconds);
    single.peer.push(checked.milliseconds);
  }
  const medians = (times: { ours: number[]; peer: number[] }) => ({
    ours: median(times.ours),
    peer: median(times.peer),
  });
  return [
    fasterThanPeer(`read-700.${database}`, medians(bulk), BULK_FASTER),
    fasterThanPeer(`read-one.${database}`, medians(single), SINGLE_FASTER),
  ];
}
