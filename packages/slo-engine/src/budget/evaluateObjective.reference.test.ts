import { ObjectiveWindow } from '@maestro-conductor/plugin-slo-common';
import fc from 'fast-check';
import { alertRow, objective } from '../__testUtils__/definitions';
import { memoryDays } from '../__testUtils__/memoryDays';
import { referenceBudget, toNumber } from '../__testUtils__/reference';
import { MinuteCounts } from '../samples';
import { windowAt } from '../time';
import { BudgetRule } from '../types';
import { daysNeeded } from './daysNeeded';
import { evaluateObjective } from './evaluateObjective';
import { DEFAULT_SETTINGS } from './judge';
import { SampleDays } from './SampleDays';
import { sumWindow } from './sumWindow';

const rules: fc.Arbitrary<BudgetRule> = fc.record({
  target: fc.constantFrom(0, 0.5, 0.9, 0.95, 0.99, 0.999, 0.9995, 0.99999),
  method: fc.constantFrom('Occurrences', 'Timeslices', 'RatioTimeslices'),
  sliceMinutes: fc.constantFrom(1, 2, 5, 15, 60),
  sliceTarget: fc.constantFrom(0.07, 0.5, 0.9, 0.95, 1),
});

/** Berlin has a day of 23 hours on 29 March 2026 and one of 25 on 25 October. */
const CALENDAR_DAY: ObjectiveWindow = {
  kind: 'calendar',
  duration: '1d',
  startTime: '2026-01-01 00:00:00',
  timeZone: 'Europe/Berlin',
};
const windows: fc.Arbitrary<ObjectiveWindow> = fc.oneof(
  fc
    .constantFrom('3h', '26h', '1d', '2d', '3d')
    .map(duration => ({ kind: 'rolling' as const, duration })),
  fc.constant(CALENDAR_DAY),
);
const moments = fc
  .tuple(
    fc.constantFrom(
      '2026-03-29T00:00Z',
      '2026-10-25T00:00Z',
      '2026-07-01T00:00Z',
    ),
    fc.integer({ min: -200, max: 1_600 }),
  )
  .map(([day, minutes]) => new Date(Date.parse(day) + minutes * 60_000));

/** Samples of the three days before a moment: runs of minutes with gaps. */
const samplesBefore = (now: Date) => {
  const minute = Math.floor(now.getTime() / 60_000);
  return fc
    .array(
      fc.record({
        ago: fc.integer({ min: 1, max: 4_400 }),
        length: fc.integer({ min: 1, max: 500 }),
        total: fc.constantFrom(0, 1, 10, 100, 1_000_000),
        bad: fc.nat(11),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map(runs => {
      const said = new Map<number, MinuteCounts>();
      for (const { ago, length, total, bad } of runs) {
        for (let left = Math.min(ago, length); left > 0; left -= 1) {
          const at = minute - ago + left - 1;
          const wrong = Math.min(bad % (left + 1), total);
          said.set(at, { minute: at, good: total - wrong, total });
        }
      }
      return [...said.values()].sort((a, b) => a.minute - b.minute);
    });
};

const cases = fc
  .record({ rule: rules, window: windows, now: moments })
  .chain(given =>
    samplesBefore(given.now).map(samples => ({ ...given, samples })),
  );

type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

function evaluate(
  { rule, window, now, samples }: Case,
  days: SampleDays = memoryDays(samples, rule),
) {
  return evaluateObjective({
    definition: objective({ rule, window, alertRows: [alertRow(60, 2)] }),
    days,
    now,
    firstMinute: samples[0].minute,
    lastMinute: samples.at(-1)!.minute,
    settings: DEFAULT_SETTINGS,
  });
}

const sliceOf = ({ method, sliceMinutes = 1 }: BudgetRule) =>
  method === 'Occurrences' ? 1 : sliceMinutes;

describe('evaluateObjective', () => {
  it('says what a loop over minutes and slices in fractions says', () => {
    fc.assert(
      fc.property(cases, given => {
        const { rule, window, now, samples } = given;
        const slice = sliceOf(rule);
        const { from, to, end } = windowAt(window, now);
        const state = evaluate(given);
        const expected = referenceBudget({
          samples,
          rule,
          from,
          to: Math.floor(to / slice) * slice,
          units:
            window.kind === 'rolling'
              ? (end - from) / slice
              : Math.ceil(end / slice) - Math.ceil(from / slice),
        });
        const seen = state.bad !== undefined;
        expect(seen || expected.total === 0).toBe(true);
        fc.pre(seen);
        expect(state.total).toBe(expected.total);
        expect(state.bad).toBeCloseTo(toNumber(expected.bad), 9);
        fc.pre(state.budgetLeft !== undefined);
        const left = toNumber(expected.left!);
        expect(Math.abs(state.budgetLeft! - left)).toBeLessThanOrEqual(
          1e-11 * Math.max(1, Math.abs(left)),
        );
        // A sum of shares is known to a few parts in 10^15 only; whole numbers are exact.
        fc.pre(rule.method !== 'RatioTimeslices');
        expect(Math.sign(state.budgetLeft!)).toBe(expected.sign);
      }),
      { numRuns: 200 },
    );
  });

  it('asks for no other days than daysNeeded says', () => {
    fc.assert(
      fc.property(cases, given => {
        const { rule, window, now, samples } = given;
        const needed = daysNeeded({
          definition: objective({ rule, window, alertRows: [alertRow(60, 2)] }),
          now,
          lastMinute: samples.at(-1)!.minute,
        });
        const all = memoryDays(samples, rule);
        const only: SampleDays = {
          rollUp: day =>
            day >= needed.first && day <= needed.last
              ? all.rollUp(day)
              : undefined,
          counts: day =>
            needed.counts.includes(day) ? all.counts(day) : undefined,
        };
        expect(evaluate(given, only)).toEqual(evaluate(given));
      }),
      { numRuns: 100 },
    );
  });

  it('never gets better by an error more', () => {
    fc.assert(
      fc.property(cases, fc.nat(), (given, which) => {
        const index = which % given.samples.length;
        const sample = given.samples[index];
        fc.pre(sample.good > 0);
        const worse = [...given.samples];
        worse[index] = { ...sample, good: sample.good - 1 };
        const before = evaluate(given);
        const after = evaluate({ ...given, samples: worse });
        const unknown = Number.POSITIVE_INFINITY;
        expect(after.budgetLeft ?? unknown).toBeLessThanOrEqual(
          before.budgetLeft ?? unknown,
        );
        const names = Object.keys(before.burnRates) as '1h'[];
        for (const name of names) {
          expect(after.burnRates[name] ?? -unknown).toBeGreaterThanOrEqual(
            before.burnRates[name] ?? -unknown,
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it('gives the periods of 23 and 25 hours their own budgets', () => {
    const minutesOn = (time: string) =>
      evaluate({
        rule: { target: 0.9, method: 'Timeslices', sliceMinutes: 60 },
        window: CALENDAR_DAY,
        now: new Date(time),
        samples: [
          { minute: Date.parse(time) / 60_000 - 90, good: 1, total: 1 },
        ],
      }).budgetMinutes;
    expect(minutesOn('2026-03-29T12:00Z')).toBeCloseTo(138, 9);
    expect(minutesOn('2026-10-25T12:00Z')).toBeCloseTo(150, 9);
    expect(minutesOn('2026-07-01T12:00Z')).toBeCloseTo(144, 9);
  });
});

describe('sumWindow', () => {
  it('comes to the same by days and by minutes, for any stretch', () => {
    fc.assert(
      fc.property(
        cases,
        fc.integer({ min: 0, max: 4_500 }),
        fc.integer({ min: 0, max: 4_500 }),
        ({ rule, now, samples }, a, b) => {
          const minute = Math.floor(now.getTime() / 60_000);
          const [from, to] = [minute - Math.max(a, b), minute - Math.min(a, b)];
          const slice = sliceOf(rule);
          const end = Math.ceil(to / slice) * slice;
          const sums = sumWindow(memoryDays(samples, rule), from, end, rule);
          const within = samples.filter(
            sample => sample.minute >= from && sample.minute < end,
          );
          expect(sums.minutes).toBe(within.length);
          expect(sums.total).toBe(
            within.reduce((sum, sample) => sum + sample.total, 0),
          );
          expect(sums.good).toBe(
            within.reduce((sum, sample) => sum + sample.good, 0),
          );
          if (rule.method === 'Occurrences') return;
          const { bad, total } = referenceBudget({
            samples,
            rule,
            from,
            to: end,
            units: 1,
          });
          expect(sums.slices.known).toBe(total);
          expect(sums.slices.bad + sums.slices.lost).toBeCloseTo(
            toNumber(bad),
            9,
          );
        },
      ),
      { numRuns: 100 },
    );
  });
});
