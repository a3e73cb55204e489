import { BurnState } from '@maestro-conductor/plugin-slo-common';
import { alertRow, objective } from '../__testUtils__/definitions';
import { memoryDays } from '../__testUtils__/memoryDays';
import {
  compare,
  Fraction,
  fraction,
  times,
  whole,
} from '../__testUtils__/reference';
import { defaultAlertRows } from '../alerts';
import { MinuteCounts } from '../samples';
import { BudgetRule } from '../types';
import { evaluateBurns } from './evaluateBurns';
import { evaluateObjective } from './evaluateObjective';
import { frameAt } from './Frame';
import { DEFAULT_SETTINGS } from './judge';

const DAY = 1_440;
const START = 20_500 * DAY;
const RULE: BudgetRule = { target: 0.999, method: 'Occurrences' };
const at = (minute: number) => new Date(minute * 60_000);

function burnsOf(
  samples: MinuteCounts[],
  {
    now = START + 120,
    rows = [alertRow(60, 14.4)],
    previous = [] as BurnState[],
  } = {},
) {
  const definition = objective({ rule: RULE, alertRows: rows });
  return evaluateBurns({
    definition,
    days: memoryDays(samples, RULE),
    frame: frameAt(definition, at(now), samples.at(-1)?.minute),
    now: at(now),
    previous,
  });
}

/** Two hours of which each minute has 10,000 events. */
const twoHours = (bad: (index: number) => number): MinuteCounts[] =>
  Array.from({ length: 120 }, (_, index) => ({
    minute: START + index,
    good: 10_000 - bad(index),
    total: 10_000,
  }));

describe('evaluateBurns', () => {
  it('fires above the factor, and not at it', () => {
    const [at144] = burnsOf(twoHours(() => 144)).burns;
    expect(at144).toMatchObject({ firing: false });
    expect(at144.long).toBeCloseTo(14.4, 12);
    expect(at144.since).toBeUndefined();
    const oneMore = twoHours(index => (index === 119 ? 145 : 144));
    expect(burnsOf(oneMore).burns[0]).toMatchObject({ firing: true });
  });

  it('needs the long and the short window', () => {
    const over = twoHours(index => (index < 110 ? 200 : 0));
    const began = twoHours(index => (index < 118 ? 0 : 5_000));
    expect(burnsOf(over).burns[0]).toMatchObject({ firing: false, short: 0 });
    expect(burnsOf(began).burns[0]).toMatchObject({ firing: true });
    const little = twoHours(index => (index < 118 ? 0 : 4_000));
    expect(burnsOf(little).burns[0]).toMatchObject({ firing: false });
  });

  it('keeps since when a row fires', () => {
    const samples = twoHours(() => 200);
    const since = '2026-02-01T00:00:00.000Z';
    const now = at(START + 120).toISOString();
    const before = (row: string): BurnState[] => [{ row, firing: true, since }];
    const [same] = burnsOf(samples, { previous: before('page-60') }).burns;
    const [other] = burnsOf(samples, { previous: before('page-360') }).burns;
    expect(same.since).toBe(since);
    expect(other.since).toBe(now);
  });

  it('goes on with what was seen while its source is behind', () => {
    const samples = twoHours(() => 200);
    const [late] = burnsOf(samples, { now: START + 150 }).burns;
    expect(late).toMatchObject({ firing: true });
  });

  it('cannot tell of windows of which less than half was seen, or without events', () => {
    const half = twoHours(() => 200).slice(-30);
    const less = twoHours(() => 200).slice(-29);
    expect(burnsOf(half).burns[0].long).toBeCloseTo(20, 12);
    expect(burnsOf(less).burns[0]).toMatchObject({ firing: false });
    expect(burnsOf(less).burns[0].long).toBeUndefined();
    const idle = twoHours(() => 0).map(sample => ({
      ...sample,
      good: 0,
      total: 0,
    }));
    expect(burnsOf(idle).burnRates['1h']).toBeNull();
    expect(burnsOf(half).burnRates).toMatchObject({ '6h': null, '3d': null });
  });

  it('tells nothing once the samples are too old', () => {
    const samples = twoHours(() => 200);
    const state = (now: number) =>
      evaluateObjective({
        definition: objective({ rule: RULE, alertRows: [alertRow(60, 14.4)] }),
        days: memoryDays(samples, RULE),
        now: at(now),
        firstMinute: START,
        lastMinute: START + 119,
        settings: DEFAULT_SETTINGS,
      });
    expect(state(START + 180).burns).toMatchObject([{ firing: true }]);
    expect(state(START + 181).burns).toEqual([
      { row: 'page-60', firing: false },
    ]);
  });

  it('looks at whole slices', () => {
    const rule: BudgetRule = {
      target: 0.9,
      method: 'Timeslices',
      sliceMinutes: 10,
      sliceTarget: 0.9999,
    };
    const definition = objective({ rule, alertRows: [alertRow(60, 1, 5)] });
    const samples = twoHours(index => (index >= 100 && index < 110 ? 9 : 0));
    const found = evaluateBurns({
      definition,
      days: memoryDays(samples, rule),
      frame: frameAt(definition, at(START + 119), START + 118),
      now: at(START + 119),
    });
    // The slice from 100 to 109 is the last that is over: one of six, and all of the five minutes, which become ten.
    expect(found.burns[0].long).toBeCloseTo(1 / 6 / 0.1, 12);
    expect(found.burns[0].short).toBeCloseTo(10, 12);
  });
});

/** Counts that meet the factors exactly again and again: bad events come in multiples of what a factor allows. */
function thirtyDays(): MinuteCounts[] {
  const perMille = [0, 1, 3, 6, 14.4, 15, 0.5, 2];
  let state = 7;
  let rate = 0;
  return Array.from({ length: 30 * DAY }, (_, index) => {
    state = (state * 48_271) % 2_147_483_647;
    if (index % 30 === 0 && state % 3 === 0) rate = perMille[state % 8];
    const total = 10_000;
    const noise = state % 97 === 0 ? 1 : 0;
    const bad = rate * 10 + noise;
    return { minute: START + index, good: total - bad, total };
  });
}

describe('the edge of the alert rows, at every minute of 30 days', () => {
  it('is where fractions of whole numbers say', () => {
    const samples = thirtyDays();
    const alertRows = defaultAlertRows(30 * DAY);
    const definition = objective({ rule: RULE, alertRows });
    const days = memoryDays(samples, RULE);
    const bad = [0];
    for (const { good, total } of samples) bad.push(bad.at(-1)! + total - good);

    /** Whether bad ÷ total > factor × (1 − target), over the minutes until `end` that were seen. */
    const above = (end: number, minutes: number, factor: Fraction) => {
      const begin = Math.max(0, end - minutes);
      if ((end - begin) * 2 < minutes) return false;
      const allowed = times(factor, { over: 1n, under: 1_000n });
      const total = whole((end - begin) * 10_000);
      return compare(whole(bad[end] - bad[begin]), times(allowed, total)) > 0;
    };

    const fired = new Set<string>();
    const wrong: string[] = [];
    let atTheEdge = 0;
    for (let end = 1; end <= samples.length; end += 1) {
      const now = at(START + end);
      const frame = frameAt(definition, now, START + end - 1);
      const { burns } = evaluateBurns({ definition, days, frame, now });
      for (const [index, { short, firing }] of burns.entries()) {
        const { name, longMinutes, shortMinutes, factor } = alertRows[index];
        const expected =
          above(end, longMinutes, fraction(factor)) &&
          above(end, shortMinutes, fraction(factor));
        if (firing !== expected) wrong.push(`${name} at minute ${end}`);
        if (firing) fired.add(name);
        if (Math.abs(short! - factor) < 1e-9) atTheEdge += 1;
      }
    }
    expect(wrong).toEqual([]);
    // The test would say little if rows never fired, or never came to their edge.
    expect([...fired].sort()).toEqual(alertRows.map(({ name }) => name).sort());
    expect(atTheEdge).toBeGreaterThan(100);
  });
});
