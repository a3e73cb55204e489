import {
  AlertRow,
  ObjectiveState,
  ObjectiveWindow,
} from '@maestro-conductor/plugin-slo-common';
import { alertRow, objective } from '../__testUtils__/definitions';
import { memoryDays } from '../__testUtils__/memoryDays';
import { MinuteCounts } from '../samples';
import { BudgetRule } from '../types';
import { evaluateObjective } from './evaluateObjective';
import { DEFAULT_SETTINGS } from './judge';

/** A Thursday at noon. */
const NOW = new Date('2026-03-05T12:00:30Z');
const MINUTE = Math.floor(NOW.getTime() / 60_000);

const HOUR: ObjectiveWindow = { kind: 'rolling', duration: '100m' };
const EVENTS: BudgetRule = { target: 0.9, method: 'Occurrences' };
const SLICES: BudgetRule = {
  target: 0.9,
  method: 'Timeslices',
  sliceMinutes: 1,
  sliceTarget: 0.5,
};

/** Each of the last minutes: from `first` (ago) to `last` (ago). */
function minutes(
  first: number,
  last: number,
  [good, total]: [number, number],
): MinuteCounts[] {
  return Array.from({ length: first - last + 1 }, (_, index) => ({
    minute: MINUTE - first + index,
    good,
    total,
  }));
}

function evaluate(options: {
  samples: MinuteCounts[];
  rule?: BudgetRule;
  window?: ObjectiveWindow;
  alertRows?: AlertRow[];
  previous?: ObjectiveState;
  now?: Date;
}) {
  const { samples, rule = EVENTS, window = HOUR, alertRows = [] } = options;
  const seen = samples.map(({ minute }) => minute);
  return evaluateObjective({
    definition: objective({ rule, window, alertRows }),
    days: memoryDays(samples, rule),
    now: options.now ?? NOW,
    firstMinute: seen.length ? Math.min(...seen) : undefined,
    lastMinute: seen.length ? Math.max(...seen) : undefined,
    previous: options.previous,
    settings: DEFAULT_SETTINGS,
  });
}

describe('the status of an objective', () => {
  const row = alertRow(60, 3);

  it.each<[string, Parameters<typeof evaluate>[0], string, string]>([
    [
      'never seen',
      { samples: [] },
      'insufficient-data',
      'No sample was ever seen.',
    ],
    [
      'seen too long ago',
      { samples: minutes(100, 62, [1, 1]) },
      'insufficient-data',
      'The last sample is 1 h 1 min old.',
    ],
    [
      'seen too little',
      { samples: [...minutes(100, 100, [1, 1]), ...minutes(89, 1, [1, 1])] },
      'insufficient-data',
      'Only 89.79 % of the minutes were seen, 90 % are needed.',
    ],
    [
      'seen enough',
      { samples: [...minutes(100, 100, [1, 1]), ...minutes(90, 1, [1, 1])] },
      'ok',
      '100 % of the error budget is left.',
    ],
    [
      'without traffic',
      { samples: minutes(100, 1, [0, 0]) },
      'no-traffic',
      'There was nothing to count.',
    ],
    [
      'overspent',
      { samples: minutes(100, 1, [80, 100]) },
      'breached',
      'The error budget is overspent by 100 %.',
    ],
    [
      'overspent by one event',
      { samples: [...minutes(100, 2, [90, 100]), ...minutes(1, 1, [89, 100])] },
      'breached',
      'The error budget is overspent by 0.1 %.',
    ],
    [
      'exactly at its target',
      { samples: minutes(100, 1, [9, 10]) },
      'warning',
      'The target is just met: all of the error budget is used.',
    ],
    [
      'low on budget',
      { samples: minutes(100, 1, [92, 100]) },
      'warning',
      '20 % of the error budget is left, less than 25 %.',
    ],
    [
      'well',
      { samples: minutes(100, 1, [97, 100]) },
      'ok',
      '70 % of the error budget is left.',
    ],
    [
      'burning',
      {
        samples: [...minutes(600, 61, [10, 10]), ...minutes(60, 1, [6, 10])],
        window: { kind: 'rolling', duration: '1w' },
        alertRows: [alertRow(360, 14), row],
      },
      'warning',
      'The budget burns at 4× over 1 h and 4× over 5 min, faster than 3×.',
    ],
    [
      'of bad slices that exceed the budget whatever is missing',
      { rule: SLICES, samples: minutes(100, 90, [0, 1]) },
      'breached',
      'The error budget is overspent by 10 %.',
    ],
    [
      'of bad slices that do not exceed the budget yet',
      { rule: SLICES, samples: minutes(100, 91, [0, 1]) },
      'insufficient-data',
      'The last sample is 1 h 30 min old.',
    ],
    [
      'of bad events that may be outweighed by missing ones',
      { samples: minutes(100, 90, [0, 1]) },
      'insufficient-data',
      'The last sample is 1 h 29 min old.',
    ],
  ])('%s', (_, options, status, reason) => {
    expect(evaluate(options)).toMatchObject({ status, reason });
  });

  it('does not blame a new objective for the time before it', () => {
    const state = evaluate({
      samples: minutes(10, 1, [9, 9]),
      window: { kind: 'rolling', duration: '30d' },
    });
    expect(state).toMatchObject({
      status: 'ok',
      coverage: {
        share: 1,
        from: '2026-03-05T11:50:00.000Z',
        lastSampleAt: '2026-03-05T12:00:00.000Z',
      },
    });
  });

  it('does not miss what is still on its way', () => {
    const { coverage } = evaluate({ samples: minutes(100, 3, [9, 9]) });
    expect(coverage.share).toBe(1);
  });

  it('does not take a window of which nothing was seen for a quiet one', () => {
    const state = evaluate({
      samples: minutes(20, 15, [9, 9]),
      window: { kind: 'rolling', duration: '10m' },
    });
    expect(state.status).toBe('insufficient-data');
    expect(state.reason).toBe('No sample was seen in the window yet.');
    expect(state.actual).toBeUndefined();
    expect(state.budgetLeft).toBeUndefined();
  });
});

describe('the numbers of an objective', () => {
  it('weigh by events, and are no mean of ratios', () => {
    const samples = [
      ...minutes(100, 51, [1, 2]),
      ...minutes(50, 1, [998, 998]),
    ];
    const state = evaluate({ samples });
    expect(state).toMatchObject({ total: 50_000, bad: 50, actual: 0.999 });
    expect(state.budgetLeft).toBeCloseTo(0.99, 12);
    expect(state.budgetMinutes).toBe(10);
    expect(state.budgetLeftMinutes).toBeCloseTo(9.9, 12);
  });

  it('keep what was seen where that is too little to say', () => {
    const state = evaluate({ samples: minutes(100, 62, [8, 10]) });
    expect(state).toMatchObject({
      status: 'insufficient-data',
      total: 390,
      bad: 78,
      actual: 0.8,
      budgetLeft: -1,
    });
  });

  it('judge slices that are over, of the whole window', () => {
    const rule: BudgetRule = { ...SLICES, sliceMinutes: 10 };
    // 12:00 is the end of a slice; at 12:04 the slice that began at 12:00 is not over.
    const now = new Date('2026-03-05T12:04:00Z');
    const samples = [
      ...minutes(120, 11, [1, 1]),
      ...minutes(10, 1, [0, 1]),
      ...minutes(0, -3, [0, 1]),
    ];
    const state = evaluate({ samples, rule, now });
    // Slices begin at 10:30 (the one of 10:20 began before the window) to 11:50.
    expect(state).toMatchObject({ total: 9, bad: 1, budgetMinutes: 10 });
    expect(state.budgetLeft).toBe(0);
  });

  it.each([
    [0.9, 1, 10],
    [0.999, 1, 1_000],
    [99.9 / 100, 3, 3_000],
    [0.9995, 5, 10_000],
    [0.99999, 7, 700_000],
    [0.7, 3, 10],
  ])(
    'at a target of %p are 0 left at exactly %p bad of %p',
    (target, bad, total) => {
      const rule: BudgetRule = { target, method: 'Occurrences' };
      const left = (wrong: number) =>
        evaluate({ rule, samples: minutes(1, 1, [total - wrong, total]) })
          .budgetLeft!;
      expect(left(bad)).toBe(0);
      expect(left(bad + 1)).toBeLessThan(0);
      expect(left(bad - 1)).toBeGreaterThan(0);
    },
  );

  it('say since when a budget is used up, where it was seen to end', () => {
    const samples = minutes(100, 1, [8, 10]);
    const first = evaluate({ samples });
    expect(first.usedUpSince).toBeUndefined();
    expect(evaluate({ samples, previous: first }).usedUpSince).toBeUndefined();
    const before = { ...first, budgetLeft: 0.1 };
    expect(evaluate({ samples, previous: before }).usedUpSince).toBe(
      NOW.toISOString(),
    );
    const previous = { ...first, usedUpSince: '2026-03-05T08:00:00.000Z' };
    expect(evaluate({ samples, previous }).usedUpSince).toBe(
      previous.usedUpSince,
    );
    const better = minutes(100, 1, [91, 100]);
    expect(evaluate({ samples: better, previous }).usedUpSince).toBeUndefined();
  });

  it('say when a rolling budget ends at the rate of the last six hours', () => {
    const state = evaluate({
      samples: [...minutes(7_200, 361, [10, 10]), ...minutes(360, 1, [8, 10])],
      window: { kind: 'rolling', duration: '5d' },
    });
    // 5 % of the minutes burned at 2: a tenth of the budget is gone.
    expect(state.budgetLeft).toBeCloseTo(0.9, 12);
    expect(state.burnRates['6h']).toBeCloseTo(2, 12);
    // 5 d × 0.9 ÷ 2 = 2.25 d
    expect(state.exhaustedAt).toBe('2026-03-07T18:00:00.000Z');
  });
});

/** The examples of budgeting methods that come with the OpenSLO specification. */
describe('worked examples of OpenSLO', () => {
  const TWO_WEEKS: ObjectiveWindow = { kind: 'rolling', duration: '2w' };
  const N = 20_160;

  /** 99 % good, but for the last minutes, of which 1 % is. */
  function attacked(last: number) {
    return [
      ...minutes(N, last + 1, [1_650, 1_650]).map(sample => ({
        ...sample,
        good: sample.total * 0.99,
      })),
      ...minutes(last, 1, [16.5, 1_650]),
    ];
  }

  it('time slices: 5 % of 20,160 are 1,008 bad ones, 16 h 48 min', () => {
    const rule: BudgetRule = {
      target: 0.95,
      method: 'Timeslices',
      sliceMinutes: 1,
      sliceTarget: 0.95,
    };
    const state = (last: number) =>
      evaluate({ rule, window: TWO_WEEKS, samples: attacked(last) });
    expect(state(0)).toMatchObject({
      budgetMinutes: 16 * 60 + 48,
      budgetLeftMinutes: 1_008,
      total: N,
    });
    expect(state(1_007)).toMatchObject({ budgetLeftMinutes: 1 });
    expect(state(1_008)).toMatchObject({ budgetLeft: 0, status: 'warning' });
    expect(state(1_009)).toMatchObject({ status: 'breached' });
  });

  it('time slices by their ratio: the budget ends within the 823rd slice', () => {
    const rule: BudgetRule = {
      target: 0.95,
      method: 'RatioTimeslices',
      sliceMinutes: 1,
    };
    const state = (last: number) =>
      evaluate({ rule, window: TWO_WEEKS, samples: attacked(last) });
    // x · 0.01 + (N − x) · 0.99 = 0.95 N, so x = N · 0.04 ÷ 0.98 = 822.857…
    const slices = (N * 4) / 98;
    expect(state(822).budgetLeftMinutes).toBeCloseTo((slices - 822) * 0.98, 6);
    expect(state(823).budgetLeftMinutes).toBeCloseTo((slices - 823) * 0.98, 6);
    expect(state(822).status).toBe('warning');
    expect(state(823).status).toBe('breached');
  });

  it.each(['Occurrences', 'Timeslices'] as const)(
    'a week at 99.95 % by %s: 5.04 minutes, 5 min 2.4 s',
    method => {
      const state = evaluate({
        rule: { target: 0.9995, method, sliceMinutes: 1, sliceTarget: 1 },
        window: {
          kind: 'calendar',
          duration: '1w',
          startTime: '2026-01-05 00:00:00',
          timeZone: 'UTC',
        },
        samples: minutes(60, 1, [1, 1]),
      });
      expect(state.window).toEqual({
        from: '2026-03-02T00:00:00.000Z',
        to: '2026-03-09T00:00:00.000Z',
      });
      expect(state.budgetMinutes).toBeCloseTo(5.04, 12);
      expect(Math.round(state.budgetMinutes * 600) / 10).toBe(302.4);
    },
  );
});
