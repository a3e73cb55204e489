import fc from 'fast-check';
import { applySamples } from './applySamples';
import { emptyDay, MinuteCounts, MINUTES_PER_DAY } from './DayCounts';
import { samplesByDay } from './samplesByDay';

const DAY = 20_000;
const sample = (index: number, good: number, total: number): MinuteCounts => ({
  minute: DAY * MINUTES_PER_DAY + index,
  good,
  total,
});

const samples = fc.uniqueArray(
  fc
    .record({
      index: fc.nat(MINUTES_PER_DAY - 1),
      good: fc.nat(50),
      bad: fc.nat(50),
    })
    .map(({ index, good, bad }) => sample(index, good, good + bad)),
  { selector: ({ minute }) => minute, maxLength: 60 },
);

describe('applySamples', () => {
  it('counts the minutes that say something else, and not those that say it again', () => {
    const day = emptyDay();
    expect(applySamples(day, [sample(3, 9, 10), sample(4, 0, 0)])).toBe(2);
    expect(applySamples(day, [sample(3, 9, 10), sample(4, 1, 1)])).toBe(1);
    expect(applySamples(day, [sample(3, 8, 10), sample(3, 9, 10)])).toBe(0);
    expect([...day.total.subarray(2, 6)]).toEqual([NaN, 10, 1, NaN]);
    expect([...day.good.subarray(2, 6)]).toEqual([NaN, 9, 1, NaN]);
  });

  it('comes to the same day whatever the order, the pieces and the repetitions', () => {
    fc.assert(
      fc.property(
        samples,
        fc.infiniteStream(fc.nat(1_000)),
        fc.nat(60),
        (given, order, cut) => {
          const shuffled = given
            .map(value => ({ value, at: order.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ value }) => value);
          const whole = emptyDay();
          const pieces = emptyDay();
          expect(applySamples(whole, given)).toBe(given.length);
          applySamples(pieces, shuffled.slice(cut));
          applySamples(pieces, shuffled.slice(0, cut));
          expect(applySamples(pieces, given)).toBe(0);
          expect(pieces).toEqual(whole);
        },
      ),
    );
  });
});

describe('samplesByDay', () => {
  it('parts samples at midnight UTC', () => {
    const late = sample(MINUTES_PER_DAY - 1, 1, 1);
    const next = sample(MINUTES_PER_DAY, 1, 1);
    const early = sample(0, 1, 1);
    expect([...samplesByDay([late, next, early])]).toEqual([
      [DAY, [late, early]],
      [DAY + 1, [next]],
    ]);
  });
});
