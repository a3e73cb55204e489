import { applySamples } from './applySamples';
import { DayCounts, dayOf, emptyDay, MINUTES_PER_DAY } from './DayCounts';
import { CounterPoint, increases } from './increases';

/**
 * What happened on a day, from counters kept as they stood at the end of each minute. A gap over midnight belongs to both days, so the points
 * beside the day are needed: a new first point of a day changes the last minutes of the day before.
 *
 * @param options - `previous` and `next`: the last point before the day and the first after it, where there are any
 *
 * @public
 */
export function increasesOfDay(options: {
  /** Since 1970, UTC. */
  day: number;
  counters: DayCounts;
  previous?: CounterPoint;
  next?: CounterPoint;
}): DayCounts {
  const { day, counters, previous, next } = options;
  const points = pointsOf(day, counters);
  if (next) points.push(next);
  const found = emptyDay();
  applySamples(
    found,
    increases(previous, points).filter(({ minute }) => dayOf(minute) === day),
  );
  return found;
}

/** The points of a day of counters, in the order of time. @public */
export function pointsOf(day: number, counters: DayCounts): CounterPoint[] {
  const points: CounterPoint[] = [];
  counters.total.forEach((total, index) => {
    if (Number.isNaN(total)) return;
    const minute = day * MINUTES_PER_DAY + index;
    points.push({ minute, good: counters.good[index], total });
  });
  return points;
}
