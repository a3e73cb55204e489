import fc from 'fast-check';
import { BudgetRule } from '../types';
import { addCounts } from './addCounts';
import { addRollUps, NOTHING_SEEN } from './addRollUps';
import { DayCounts, emptyDay, MINUTES_PER_DAY } from './DayCounts';
import { rollUpDay, rollUpPart } from './rollUpDay';
import { spreadEvenly } from './spreadEvenly';

function dayWith(counts: Record<number, [good: number, total: number]>) {
  const day = emptyDay();
  for (const [index, [good, total]] of Object.entries(counts)) {
    day.good[Number(index)] = good;
    day.total[Number(index)] = total;
  }
  return day;
}

const EVENTS: BudgetRule = { target: 0.99, method: 'Occurrences' };
const SLICES: BudgetRule = {
  target: 0.99,
  method: 'Timeslices',
  sliceMinutes: 5,
  sliceTarget: 0.9,
};

describe('rollUpDay', () => {
  it('adds up events and the minutes that were seen', () => {
    const day = dayWith({ 0: [9, 10], 7: [0, 0], 1439: [1, 1] });
    expect(rollUpDay(day, EVENTS)).toEqual({
      good: 10,
      total: 11,
      minutes: 3,
      slices: { known: 0, bad: 0, lost: 0 },
    });
  });

  it.each<[string, DayCounts, { known: number; bad: number }]>([
    [
      'all its events, not its worst minute',
      dayWith({ 0: [0, 1], 1: [9, 9] }),
      { known: 1, bad: 0 },
    ],
    ['at its target as good', dayWith({ 0: [9, 10] }), { known: 1, bad: 0 }],
    [
      'just below its target as bad',
      dayWith({ 0: [899_999, 1_000_000] }),
      { known: 1, bad: 1 },
    ],
    ['without events as good', dayWith({ 0: [0, 0] }), { known: 1, bad: 0 }],
    ['of which nothing was seen as unknown', emptyDay(), { known: 0, bad: 0 }],
    [
      'by its own minutes only',
      dayWith({ 4: [0, 9], 5: [9, 9] }),
      { known: 2, bad: 1 },
    ],
  ])('judges a slice %s', (_, day, expected) => {
    expect(rollUpDay(day, SLICES).slices).toEqual({ ...expected, lost: 0 });
  });

  it.each([0.07, 0.29, 0.57, 0.58, 0.99, 0.9999])(
    'lets a slice that is exactly at %p be good, whatever doubles make of it',
    sliceTarget => {
      const total = 10_000;
      const good = Math.round(sliceTarget * total);
      const rule = { ...SLICES, sliceTarget };
      const at = rollUpDay(dayWith({ 0: [good, total] }), rule);
      const below = rollUpDay(dayWith({ 0: [good - 1, total] }), rule);
      expect([at.slices.bad, below.slices.bad]).toEqual([0, 1]);
    },
  );

  it('adds up what slices by their ratio lost', () => {
    const rule: BudgetRule = { ...SLICES, method: 'RatioTimeslices' };
    const day = dayWith({ 0: [1, 4], 5: [0, 0], 10: [2, 2] });
    expect(rollUpDay(day, rule).slices).toEqual({
      known: 3,
      bad: 0,
      lost: 0.75,
    });
  });

  it('comes to the same in parts, wherever it is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(1439), fc.nat(9), fc.nat(9)), {
          maxLength: 40,
        }),
        fc.nat(MINUTES_PER_DAY),
        (minutes, cut) => {
          const day = emptyDay();
          for (const [index, good, bad] of minutes) {
            day.good[index] = good;
            day.total[index] = good + bad;
          }
          expect(
            addRollUps(
              rollUpPart(day, 0, cut, SLICES),
              rollUpPart(day, cut, MINUTES_PER_DAY, SLICES),
            ),
          ).toEqual(rollUpDay(day, SLICES));
        },
      ),
    );
  });
});

describe('addRollUps', () => {
  it('says nothing of no days, and leaves that as it is', () => {
    const sum = addRollUps();
    expect(sum).toEqual(NOTHING_SEEN);
    sum.slices.known += 1;
    expect(NOTHING_SEEN.slices.known).toBe(0);
  });
});

describe('addCounts', () => {
  it('adds up series where any of them saw a minute', () => {
    const sum = addCounts(
      dayWith({ 0: [1, 2], 1: [3, 3] }),
      dayWith({ 1: [4, 5], 2: [0, 0] }),
    );
    expect([...sum.good.subarray(0, 4)]).toEqual([1, 7, 0, NaN]);
    expect([...sum.total.subarray(0, 4)]).toEqual([2, 8, 0, NaN]);
  });
});

describe('spreadEvenly', () => {
  it('gives each minute its share', () => {
    expect(spreadEvenly({ minute: 7, minutes: 2, good: 3, total: 5 })).toEqual([
      { minute: 7, good: 1.5, total: 2.5 },
      { minute: 8, good: 1.5, total: 2.5 },
    ]);
  });
});
