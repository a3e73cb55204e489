import { BenchDatabase } from '../lib/databases';
import { HttpClient } from '../lib/HttpClient';
import { LivenessProbe } from '../lib/LivenessProbe';
import { fasterThanPeer, Measurement } from '../lib/results';
import { median, p95 } from '../lib/statistics';
import { BackendProcess } from '../lib/BackendProcess';
import { assertChecked } from './assertChecked';
import { changeFacts } from './facts';
import { SampleSize } from './sample';
import { Systems } from './startSystems';

const FASTER_AT_LEAST = 10;
const MOST_MEMORY_MB = 200;
const SLOWEST_LIVENESS_MS = 50;

interface Run {
  milliseconds: number;
  /** Memory above rest, MB. */
  rss: number;
  heap: number;
  /** Answers of the liveness check meanwhile, milliseconds. */
  liveness: number[];
}

/** Does the work with an eye on memory and on whether the backend still answers others. */
async function watched(
  backend: BackendProcess,
  probe: LivenessProbe,
  work: () => Promise<number>,
): Promise<Run> {
  const rest = await backend.memoryAtRest();
  await probe.take();
  const milliseconds = await work();
  const liveness = await probe.take();
  const peak = await backend.memoryPeak();
  return {
    milliseconds,
    rss: peak.rss - rest.rss,
    heap: peak.heap - rest.heap,
    liveness,
  };
}

/** Recomputes all scores; throws where fewer were evaluated or changed than must be. */
async function evaluateAll(
  client: HttpClient,
  expected: { evaluated: number; changed?: number },
): Promise<number> {
  const { milliseconds, body } = await client.post(
    '/api/readiness/v1/evaluations',
    { environment: 'production' },
  );
  const { evaluated, changed } = JSON.parse(body);
  const complete =
    evaluated === expected.evaluated &&
    (expected.changed === undefined || changed === expected.changed);
  if (!complete) {
    throw new Error(
      `Of ${expected.evaluated} scores ${evaluated} were evaluated, and ${changed} changed`,
    );
  }
  return milliseconds;
}

/** Runs the peer's nine checks on all entities; it means all of them by none. */
async function runAllChecks(
  client: HttpClient,
  components: number,
): Promise<number> {
  const { milliseconds, body } = await client.post(
    '/api/tech-insights/checks/run',
    { entities: [] },
  );
  assertChecked(body, components);
  return milliseconds;
}

/** Recomputation and storing of all scores, beside the peer's checks of all entities, which stores nothing. */
export async function measureEvaluation(options: {
  systems: Systems;
  database: BenchDatabase;
  size: SampleSize;
  repeats: number;
  progress(message: string): void;
}): Promise<Measurement[]> {
  const { systems, database, size, repeats, progress } = options;
  const { ours, peer } = systems;
  const all = size.components;
  const evidence = database.open('ours', 'evidence');
  const probes = {
    ours: await LivenessProbe.start(ours.url),
    peer: await LivenessProbe.start(peer.url),
  };
  const runs = {
    changed: [] as Run[],
    unchanged: [] as Run[],
    peer: [] as Run[],
  };
  try {
    // The first round warms up and does not count.
    for (let round = 0; round <= repeats; round++) {
      await changeFacts(evidence, round + 1);
      const changed = await watched(ours, probes.ours, () =>
        evaluateAll(ours.client, { evaluated: all, changed: all }),
      );
      const unchanged = await watched(ours, probes.ours, () =>
        evaluateAll(ours.client, { evaluated: all }),
      );
      const checked = await watched(peer, probes.peer, () =>
        runAllChecks(peer.client, all),
      );
      progress(
        `evaluation ${round} of ${repeats}: ${changed.milliseconds.toFixed()} ms, nothing changed ${unchanged.milliseconds.toFixed()} ms, peer ${checked.milliseconds.toFixed()} ms`,
      );
      if (round === 0) continue;
      runs.changed.push(changed);
      runs.unchanged.push(unchanged);
      runs.peer.push(checked);
    }
  } finally {
    probes.ours.stop();
    probes.peer.stop();
    await evidence.destroy();
  }

  const time = (list: Run[]) => median(list.map(run => run.milliseconds));
  const most = (list: Run[], of: 'rss' | 'heap') =>
    Math.max(...list.map(run => run[of]));
  const liveness = (list: Run[]) => p95(list.flatMap(run => run.liveness));
  const absolute = (
    id: string,
    unit: string,
    target: number,
    figure: (list: Run[]) => number,
  ): Measurement => ({
    id: `${id}.${database.name}`,
    value: figure(runs.changed),
    peer: figure(runs.peer),
    unit,
    target,
    better: 'lower',
    gate: false,
  });
  return [
    fasterThanPeer(
      `evaluate-all-changed.${database.name}`,
      { ours: time(runs.changed), peer: time(runs.peer) },
      FASTER_AT_LEAST,
    ),
    fasterThanPeer(
      `evaluate-all-unchanged.${database.name}`,
      { ours: time(runs.unchanged), peer: time(runs.peer) },
      FASTER_AT_LEAST,
    ),
    absolute('evaluate-all-rss-above-rest', 'MB', MOST_MEMORY_MB, list =>
      most(list, 'rss'),
    ),
    absolute('evaluate-all-heap-above-rest', 'MB', MOST_MEMORY_MB, list =>
      most(list, 'heap'),
    ),
    absolute('evaluate-all-liveness-p95', 'ms', SLOWEST_LIVENESS_MS, liveness),
  ];
}
