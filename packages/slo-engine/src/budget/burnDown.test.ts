import { ObjectiveWindow } from '@maestro-conductor/plugin-slo-common';
import fc from 'fast-check';
import { alertRow, objective } from '../__testUtils__/definitions';
import { memoryDays } from '../__testUtils__/memoryDays';
import { MinuteCounts } from '../samples';
import { BudgetRule } from '../types';
import { burnDown, chartDays } from './burnDown';
import { evaluateObjective } from './evaluateObjective';
import { DEFAULT_SETTINGS } from './judge';
import { SampleDays } from './SampleDays';

/** In Berlin, the period from 25 October is 25 hours long, the one from 29 March 23. */
const calendar = (duration: string): ObjectiveWindow => ({
  kind: 'calendar',
  duration,
  startTime: '2026-01-01 00:00:00',
  timeZone: 'Europe/Berlin',
});
const EVENTS: BudgetRule = { target: 0.9, method: 'Occurrences' };

const rules: fc.Arbitrary<BudgetRule> = fc.record({
  target: fc.constantFrom(0.5, 0.9, 0.999),
  method: fc.constantFrom('Occurrences', 'Timeslices', 'RatioTimeslices'),
  sliceMinutes: fc.constantFrom(1, 5, 60),
  sliceTarget: fc.constantFrom(0.5, 0.95),
});
const cases = fc.record({
  rule: rules,
  now: fc
    .tuple(
      fc.constantFrom('2026-03-29T00:00Z', '2026-10-25T00:00Z'),
      fc.integer({ min: -50, max: 1_560 }),
    )
    .map(([day, minutes]) => Date.parse(day) / 60_000 + minutes),
  runs: fc.array(
    fc.record({
      ago: fc.integer({ min: 1, max: 3_000 }),
      length: fc.integer({ min: 1, max: 400 }),
      total: fc.nat(100),
      share: fc.constantFrom(0, 0.03, 0.5, 1),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  points: fc.integer({ min: 2, max: 60 }),
});

function samplesOf({ runs, now }: { runs: Run[]; now: number }) {
  const said = new Map<number, MinuteCounts>();
  for (const { ago, length, total, share } of runs) {
    for (let left = Math.min(ago, length); left > 0; left -= 1) {
      const minute = now - ago + left - 1;
      said.set(minute, {
        minute,
        good: total - Math.floor(total * share),
        total,
      });
    }
  }
  return [...said.values()];
}
interface Run {
  ago: number;
  length: number;
  total: number;
  share: number;
}

describe('burnDown', () => {
  it('never rises in a calendar window, and ends at the state', () => {
    fc.assert(
      fc.property(cases, ({ rule, now: minute, runs, points }) => {
        const samples = samplesOf({ runs, now: minute });
        const days = memoryDays(samples, rule);
        const now = new Date(minute * 60_000);
        const definition = objective({ rule, window: calendar('1d') });
        const series = burnDown({ definition, days, now, points });
        const left = series.points
          .map(({ budgetLeft }) => budgetLeft)
          .filter(value => value !== null);
        left.forEach((value, index) => {
          expect(value).toBeLessThanOrEqual(left[index - 1] ?? 1);
        });
        const seen = samples.map(sample => sample.minute);
        const state = evaluateObjective({
          definition,
          days,
          now,
          firstMinute: Math.min(...seen),
          lastMinute: Math.max(...seen),
          settings: DEFAULT_SETTINGS,
        });
        fc.pre(state.budgetLeft !== undefined);
        expect(left.at(-1)).toBeCloseTo(state.budgetLeft!, 9);
      }),
      { numRuns: 100 },
    );
  });

  it('shows each event once, in at most as many steps as were asked for', () => {
    fc.assert(
      fc.property(
        cases,
        fc.constantFrom<ObjectiveWindow>(calendar('1d'), {
          kind: 'rolling',
          duration: '2d',
        }),
        ({ rule, now: minute, runs, points }, window) => {
          const samples = samplesOf({ runs, now: minute });
          const now = new Date(minute * 60_000);
          const definition = objective({ rule, window });
          const series = burnDown({
            definition,
            days: memoryDays(samples, rule),
            now,
            points,
          });
          const from = Date.parse(series.from) / 60_000;
          const expected = samples
            .filter(sample => sample.minute >= from)
            .reduce((sum, { total }) => sum + total, 0);
          expect(
            series.points.reduce((sum, { total }) => sum + (total ?? 0), 0),
          ).toBe(expected);
          expect(series.points.length).toBeLessThanOrEqual(points);
          expect(series.to).toBe(now.toISOString());
        },
      ),
      { numRuns: 100 },
    );
  });

  it('asks for no other days than chartDays says', () => {
    fc.assert(
      fc.property(
        cases,
        fc.constantFrom<ObjectiveWindow>(calendar('1d'), {
          kind: 'rolling',
          duration: '1d',
        }),
        fc.nat(2_000),
        ({ rule, now: minute, runs, points }, window, back) => {
          const all = memoryDays(samplesOf({ runs, now: minute }), rule);
          const chart = {
            definition: objective({
              rule,
              window,
              alertRows: [alertRow(60, 1)],
            }),
            now: new Date(minute * 60_000),
            from: minute - back,
            points,
          };
          const { first, last, counts } = chartDays(chart);
          const only: SampleDays = {
            rollUp: day =>
              day >= first && day <= last ? all.rollUp(day) : undefined,
            counts: day => (counts.includes(day) ? all.counts(day) : undefined),
          };
          expect(burnDown({ ...chart, days: only })).toEqual(
            burnDown({ ...chart, days: all }),
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  const NOON = Date.parse('2026-07-01T12:00Z') / 60_000;
  const minutes = (from: number, to: number, good: number, total: number) =>
    Array.from({ length: to - from }, (_, index) => ({
      minute: NOON + from + index,
      good,
      total,
    }));

  it('shows the trailing window where it is rolling, and what was not seen as missing', () => {
    const samples = [...minutes(-60, -40, 8, 10), ...minutes(-20, 0, 10, 10)];
    const series = burnDown({
      definition: objective({
        rule: EVENTS,
        window: { kind: 'rolling', duration: '20m' },
        alertRows: [alertRow(60, 1, 20)],
      }),
      days: memoryDays(samples, EVENTS),
      now: new Date(NOON * 60_000),
      from: NOON - 80,
      points: 5,
    });
    expect(series.stepMinutes).toBe(20);
    expect(series.ideal).toBeUndefined();
    expect(
      series.points.map(({ total, bad, budgetLeft, burn }) => [
        total,
        bad,
        budgetLeft,
        burn['20'],
      ]),
    ).toEqual([
      [null, null, null, null],
      [200, 40, -1, 2],
      [null, null, null, null],
      [200, 0, 1, 0],
    ]);
    expect(series.points.map(({ burn }) => burn['60'])).toEqual([
      null,
      null,
      null,
      1,
    ]);
  });

  it('draws the ideal line over the whole period', () => {
    const series = burnDown({
      definition: objective({ rule: EVENTS, window: calendar('1M') }),
      days: memoryDays(minutes(-60, 0, 9, 10), EVENTS),
      now: new Date(NOON * 60_000),
      points: 100,
    });
    expect(series.ideal).toEqual([
      { time: '2026-06-30T22:00:00.000Z', budgetLeft: 1 },
      { time: '2026-07-31T22:00:00.000Z', budgetLeft: 0 },
    ]);
  });

  it('goes back into earlier periods, each with its own budget', () => {
    // Midnight in Berlin is 22:00 in UTC, 14 hours before noon.
    const samples = [
      ...minutes(-16 * 60, -14 * 60, 5, 10),
      ...minutes(-14 * 60, 0, 10, 10),
    ];
    const series = burnDown({
      definition: objective({ rule: EVENTS, window: calendar('1d') }),
      days: memoryDays(samples, EVENTS),
      now: new Date(NOON * 60_000),
      from: NOON - 16 * 60,
      points: 17,
    });
    const left = series.points.map(({ budgetLeft }) => budgetLeft);
    expect(left).toEqual([-1.5, -4, ...Array(14).fill(1)]);
  });
});
