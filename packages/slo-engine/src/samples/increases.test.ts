import fc from 'fast-check';
import { applySamples } from './applySamples';
import { emptyDay, MINUTES_PER_DAY } from './DayCounts';
import { CounterPoint, increases } from './increases';
import { increasesOfDay, pointsOf } from './increasesOfDay';
import { samplesByDay } from './samplesByDay';

const point = (minute: number, good: number, total: number): CounterPoint => ({
  minute,
  good,
  total,
});

describe('increases', () => {
  it.each([
    ['says nothing of a first point', undefined, [point(5, 9, 10)], []],
    [
      'takes the difference to the point before',
      point(4, 9, 10),
      [point(5, 12, 14)],
      [point(5, 3, 4)],
    ],
    [
      'takes the new value where the counter fell',
      point(4, 90, 100),
      [point(5, 2, 3)],
      [point(5, 2, 3)],
    ],
    [
      'knows a new beginning by the bad that fell',
      point(4, 5, 10),
      [point(5, 11, 11)],
      [point(5, 11, 11)],
    ],
    [
      'spreads an increase evenly over a gap',
      point(4, 0, 0),
      [point(8, 6, 8)],
      [5, 6, 7, 8].map(minute => point(minute, 1.5, 2)),
    ],
    [
      'leaves a gap of more than an hour, and goes on after it',
      point(0, 0, 0),
      [point(61, 5, 5), point(62, 6, 7)],
      [point(62, 1, 2)],
    ],
    [
      'lets the last of several points of a minute hold',
      point(4, 0, 0),
      [point(5, 1, 1), point(5, 2, 2)],
      [point(5, 2, 2)],
    ],
    [
      'passes over points that are no later than the one before',
      point(4, 3, 3),
      [point(4, 9, 9), point(2, 1, 1), point(5, 4, 4)],
      [point(5, 1, 1)],
    ],
    [
      'tells an idle minute from a missing one',
      point(4, 3, 3),
      [point(5, 3, 3)],
      [point(5, 0, 0)],
    ],
  ])('%s', (_, previous, points, expected) => {
    expect(increases(previous, points)).toEqual(expected);
  });

  it('spreads over 60 minutes at most', () => {
    expect(increases(point(0, 0, 0), [point(60, 60, 60)])).toHaveLength(60);
  });
});

/** What really happened, and what a counter said of it that began anew now and then. */
const histories = fc
  .array(
    fc.record({
      good: fc.nat(20),
      bad: fc.nat(5),
      restart: fc.integer({ min: 0, max: 19 }).map(dice => dice === 0),
    }),
    { minLength: 1, maxLength: 200 },
  )
  .map(minutes => {
    // Crosses midnight.
    const start = 20_000 * MINUTES_PER_DAY - 100;
    const truth: CounterPoint[] = [];
    const points: CounterPoint[] = [];
    let count = { good: 0, total: 0 };
    minutes.forEach(({ good, bad, restart }, index) => {
      const total = good + bad;
      // A new process that at once counted more than the old one in its life cannot be told from it.
      const fresh = restart && (good < count.good || total < count.total);
      if (fresh) count = { good: 0, total: 0 };
      count = { good: count.good + good, total: count.total + total };
      truth.push(point(start + index, good, total));
      points.push(point(start + index, count.good, count.total));
    });
    return { before: point(start - 1, 0, 0), truth, points };
  });

describe('counters with restarts', () => {
  it('say what really happened', () => {
    fc.assert(
      fc.property(histories, ({ before, truth, points }) => {
        expect(increases(before, points)).toEqual(truth);
      }),
    );
  });

  it('say the same in any order and in pieces', () => {
    fc.assert(
      fc.property(histories, fc.nat(200), ({ before, truth, points }, cut) => {
        const head = points.slice(0, cut);
        const tail = points.slice(cut);
        expect([
          ...increases(before, [...head].reverse()),
          ...increases(head.at(-1) ?? before, [...tail].reverse()),
        ]).toEqual(truth);
      }),
    );
  });

  it('keep what happened in all, whatever points are lost in between', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            gap: fc.integer({ min: 1, max: 60 }),
            more: fc.nat(500),
          }),
          { minLength: 1, maxLength: 30 },
        ),
        steps => {
          let last = point(0, 0, 0);
          const points = steps.map(({ gap, more }) => {
            last = point(last.minute + gap, last.good, last.total + more);
            return last;
          });
          const found = increases(point(0, 0, 0), points);
          expect(found.map(({ minute }) => minute)).toEqual(
            Array.from({ length: last.minute }, (_, index) => index + 1),
          );
          const total = found.reduce((sum, minute) => sum + minute.total, 0);
          expect(total).toBeCloseTo(last.total, 6);
        },
      ),
    );
  });

  it('say the same day by day, with the points beside the day', () => {
    fc.assert(
      fc.property(
        histories,
        fc.integer({ min: 1, max: 7 }),
        ({ before, points }, every) => {
          const kept = points.filter((_, index) => index % every === 0);
          const blocks = [...samplesByDay(kept)].map(([day, ofDay]) => {
            const counters = emptyDay();
            applySamples(counters, ofDay);
            return { day, counters };
          });
          const byDay = blocks.flatMap(({ day, counters }) => {
            const midnight = day * MINUTES_PER_DAY;
            const earlier = kept.filter(({ minute }) => minute < midnight);
            const next = kept.find(
              ({ minute }) => minute >= midnight + MINUTES_PER_DAY,
            );
            const previous = earlier.at(-1) ?? before;
            const found = increasesOfDay({ day, counters, previous, next });
            return pointsOf(day, found);
          });
          expect(byDay).toEqual(increases(before, kept));
        },
      ),
    );
  });
});
