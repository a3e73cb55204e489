import { KnownSeries } from './openMetrics';

const SCRAPE = 15;

/** Counters as a server scraped them, and what happened in truth. */
export interface World {
  series: KnownSeries[];
  /** By minute, as far as anybody can know it from the samples. */
  expected: Map<number, { good: number; total: number }>;
}

interface Life {
  instance: string;
  labels?: Record<string, string>;
  /** Minutes from the beginning of the simulation. */
  from: number;
  to: number;
  /** Minutes without scraping. */
  gaps?: [from: number, to: number][];
  /** Minutes at which the process begins anew. */
  restarts?: number[];
  /** Minutes in which the first sample says NaN. */
  broken?: number[];
  /** From this minute on, its series have further labels and go on from their values. */
  renamedAt?: number;
}

/**
 * Bursts of requests and of errors at several instances: restarts, instances that come and go, an error code that is there from its first
 * error on, scrapes that are left out for minutes and for longer than an hour, values that are no numbers, labels that change at once.
 */
export function simulateTraffic(options: {
  first: number;
  minutes: number;
}): World {
  const { first, minutes } = options;
  const lives: Life[] = [
    {
      instance: 'a',
      from: 0,
      to: minutes,
      restarts: [200, 1_700, 1_710],
      gaps: [
        [300, 312],
        [2_000, 2_090],
      ],
      broken: [450, 451, 1_800],
    },
    { instance: 'b', from: 0, to: 900, gaps: [[310, 340]] },
    {
      instance: 'c',
      from: 905,
      to: minutes,
      gaps: [[2_000, 2_090]],
      broken: [1_500],
    },
    {
      instance: 'd',
      from: 1_600,
      to: minutes,
      renamedAt: 1_900,
      gaps: [[2_010, 2_085]],
    },
  ];
  const world: World = { series: [], expected: new Map() };
  const random = randomNumbers(20_261_120);
  for (const life of lives) {
    for (const code of ['200', '500'])
      simulate(world, life, { code, first, random });
  }
  world.expected = new Map([...world.expected].sort(([a], [b]) => a - b));
  return world;
}

function simulate(
  world: World,
  life: Life,
  context: { code: string; first: number; random: () => number },
) {
  const { code, first, random } = context;
  const offset = life.instance.charCodeAt(0) % SCRAPE;
  const labelsAt = (minute: number) => ({
    job: 'gateway',
    instance: life.instance,
    code,
    ...(life.renamedAt !== undefined &&
      minute >= life.renamedAt && { zone: 'z1' }),
  });
  let value = 0;
  let unseen = 0;
  // The first sample of all tells nothing of what happened before it.
  let last: number | undefined = life.from === 0 ? undefined : -1;
  let current: KnownSeries | undefined;
  for (let at = life.from * 60 + offset; at < life.to * 60; at += SCRAPE) {
    const minute = Math.floor(at / 60);
    if (life.restarts?.includes(minute) && at % 60 < SCRAPE) value = 0;
    const events = eventsOf(code, minute, random);
    value += events;
    unseen += events;
    // A code is no series before it happened for the first time.
    if (code === '500' && !current && value === 0) continue;
    if (life.gaps?.some(([from, to]) => minute >= from && minute < to))
      continue;
    const labels = labelsAt(minute);
    if (
      !current ||
      Object.keys(labels).length !== Object.keys(current.labels).length
    ) {
      current = { labels, samples: [] };
      world.series.push(current);
    }
    const time = first * 60 + at;
    if (life.broken?.includes(minute) && at % 60 < SCRAPE) {
      (current.samples as [number, number][]).push([time, NaN]);
      continue;
    }
    (current.samples as [number, number][]).push([time, value]);
    if (last !== undefined || code === '500')
      expect(world, { code, last, minute, unseen, first });
    last = minute;
    unseen = 0;
  }
}

/** Notes events that were seen at the end of a stretch. */
function expect(
  world: World,
  seen: {
    code: string;
    last?: number;
    minute: number;
    unseen: number;
    first: number;
  },
) {
  const { code, last = -1, minute, unseen, first } = seen;
  const since = last < 0 ? minute - 1 : last;
  const length = Math.max(1, minute - since);
  if (length > 60) return;
  for (let i = 0; i < length; i += 1) {
    const at = first + minute - i;
    const known = world.expected.get(at) ?? { good: 0, total: 0 };
    const share = unseen / length;
    world.expected.set(at, {
      good: known.good + (code === '200' ? share : 0),
      total: known.total + share,
    });
  }
}

/** Quiet for hours, then a hundred times as much; errors come in bursts of their own. */
function eventsOf(code: string, minute: number, random: () => number): number {
  const busy = minute % 480 < 30;
  if (code === '200') return Math.floor(random() * (busy ? 900 : 9));
  const failing = minute % 700 > 670;
  return random() < (failing ? 0.6 : 0.001) ? 1 + Math.floor(random() * 40) : 0;
}

/** The same numbers from 0 to 1 each time (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
