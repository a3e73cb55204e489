import fc from 'fast-check';
import { PromSeries } from '../client/types';
import { counterIncreases } from './counterIncreases';

const MINUTE = 60_000;
const OPTIONS = {
  watchedSince: 0,
  scrapeInterval: 15_000,
  until: 1_000 * MINUTE,
  known: new Set<string>(),
};

/** All series are as old as what is watched. */
const OLD_ALONE = { watchedSince: Infinity };

/** A series with values at seconds. */
function series(key: string, ...samples: [number, number][]): PromSeries {
  return {
    key,
    times: samples.map(([seconds]) => seconds * 1000),
    values: samples.map(([, value]) => value),
  };
}

const countsOf = (all: PromSeries[], options: Partial<typeof OPTIONS> = {}) =>
  Object.fromEntries(counterIncreases(all, { ...OPTIONS, ...options }).counts);

describe('counterIncreases', () => {
  it.each([
    [
      'within a minute',
      [
        [10, 5],
        [25, 7],
        [40, 7],
      ],
      { 0: 2 },
    ],
    [
      'at the very end of a minute',
      [
        [0, 5],
        [60, 7],
        [120, 8],
      ],
      { 0: 2, 1: 1 },
    ],
    [
      'from one minute to the next',
      [
        [50, 5],
        [65, 7],
      ],
      { 1: 2 },
    ],
    [
      'of nothing',
      [
        [50, 5],
        [65, 5],
      ],
      { 1: 0 },
    ],
    [
      'through a restart',
      [
        [50, 5],
        [65, 2],
        [80, 3],
      ],
      { 1: 3 },
    ],
    [
      'after a gap',
      [
        [50, 5],
        [170, 9],
      ],
      { 1: 2, 2: 2 },
    ],
    [
      'after a gap with a restart',
      [
        [50, 5],
        [170, 4],
      ],
      { 1: 2, 2: 2 },
    ],
    [
      'after an hour',
      [
        [59, 0],
        [3_659, 120],
      ],
      Object.fromEntries(Array.from({ length: 60 }, (_, i) => [i + 1, 2])),
    ],
    [
      'after more than an hour',
      [
        [59, 0],
        [3_661, 120],
        [3_675, 121],
      ],
      { 61: 1 },
    ],
    ['of the first sample alone', [[10, 5]], {}],
  ] as [string, [number, number][], object][])(
    'counts %s',
    (_, samples, expected) => {
      expect(countsOf([series('a', ...samples)], OLD_ALONE)).toEqual(expected);
    },
  );

  const OLD = series('old', [10, 100], [25, 100], [3_600, 100], [3_615, 101]);

  it('counts a new series from 0', () => {
    const born = series('new', [3_610, 3], [3_625, 4]);
    expect(countsOf([OLD, born])).toMatchObject({ 60: 1 + 3 + 1 });
    expect(countsOf([born], { watchedSince: 3_600_000 })).toEqual({ 60: 1 });
  });

  it('does not count again what goes on under new labels', () => {
    const renamed = series('old2', [3_630, 103], [3_645, 104]);
    expect(countsOf([OLD, renamed])).toMatchObject({ 60: 1 + 2 + 1 });
    const another = series('new', [3_630, 7]);
    expect(countsOf([OLD, another])).toMatchObject({ 60: 1 + 7 });
  });

  it('does not count a series from 0 that was there the day before', () => {
    const back = series('back', [3_610, 5_000], [3_625, 5_001]);
    expect(countsOf([OLD, back], { known: new Set(['back']) })).toMatchObject({
      60: 1 + 1,
    });
  });

  it('says from when on later samples decide whether a series is new', () => {
    const born = series('new', [3_610, 3]);
    const unsettled = (until: number) =>
      counterIncreases([OLD, born], { ...OPTIONS, until }).unsettledFrom;
    expect(unsettled(61 * MINUTE)).toBe(60);
    expect(unsettled(62 * MINUTE)).toBeUndefined();
  });

  it('finds all events of any counter that restarts, whatever the times of its samples', () => {
    const steps = fc.array(
      fc.record({
        seconds: fc.integer({ min: 1, max: 3_000 }),
        events: fc.integer({ min: 0, max: 1_000 }),
        restarts: fc.boolean(),
      }),
      { minLength: 1, maxLength: 200 },
    );
    fc.assert(
      fc.property(steps, list => {
        let at = 30;
        let value = 10_000;
        let events = 0;
        const samples: [number, number][] = [[at, value]];
        for (const step of list) {
          at += step.seconds;
          // A restart that shows no lower value cannot be seen by anybody.
          const restarts = step.restarts && step.events < value;
          value = restarts ? step.events : value + step.events;
          events += step.events;
          samples.push([at, value]);
        }
        const found = Object.values(
          countsOf([series('a', ...samples)], OLD_ALONE),
        );
        expect(found.reduce((sum, one) => sum + one, 0)).toBeCloseTo(events, 6);
      }),
    );
  });
});
