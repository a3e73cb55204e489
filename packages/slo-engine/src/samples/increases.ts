import { MinuteCounts } from './DayCounts';
import { spreadEvenly } from './spreadEvenly';

/** Counters as they stood at the end of a minute: events since the counting process began. @public */
export type CounterPoint = MinuteCounts;

/** Over a longer gap, nothing is known of its single minutes. @public */
export const LONGEST_GAP_MINUTES = 60;

/**
 * What happened between the points of a pair of counters, by minute.
 *
 * - Where good, bad or total is lower than before, the process began anew: all that it counted since is the increase. What it counted between
 *   the last point and its end is lost, as with every counter.
 * - An increase is spread evenly over the minutes since the previous point, where these are at most 60. Else they stay missing.
 * - The first point of all has no increase: it is not known since when it counts.
 *
 * @param previous - the last point before these, where there is one
 * @param points - in any order; of points of the same minute the last one holds
 * @returns in the order of time, each minute at most once
 *
 * @public
 */
export function increases(
  previous: CounterPoint | undefined,
  points: Iterable<CounterPoint>,
): MinuteCounts[] {
  const byMinute = new Map<number, CounterPoint>();
  for (const point of points) byMinute.set(point.minute, point);
  const ordered = [...byMinute.values()].sort((a, b) => a.minute - b.minute);

  const found: MinuteCounts[] = [];
  let before = previous;
  for (const point of ordered) {
    const minutes = before ? point.minute - before.minute : 0;
    if (before && minutes > 0 && minutes <= LONGEST_GAP_MINUTES) {
      const minute = before.minute + 1;
      found.push(
        ...spreadEvenly({ minute, minutes, ...increase(before, point) }),
      );
    }
    // A point that is no later than the previous one says nothing new.
    if (!before || minutes > 0) before = point;
  }
  return found;
}

function increase(before: CounterPoint, after: CounterPoint) {
  const good = after.good - before.good;
  const total = after.total - before.total;
  const beganAnew = good < 0 || total < good;
  return beganAnew ? { good: after.good, total: after.total } : { good, total };
}
