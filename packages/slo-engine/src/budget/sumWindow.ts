import { addRollUps, NOTHING_SEEN } from '../samples/addRollUps';
import { dayOf, MINUTES_PER_DAY } from '../samples/DayCounts';
import { DayRollUp, rollUpPart } from '../samples/rollUpDay';
import { BudgetRule } from '../types';
import { SampleDays } from './SampleDays';

/** What is known of a stretch of time. @public */
export interface WindowSums extends DayRollUp {
  /** First minute, since 1970. */
  from: number;
  /** The minute after the last. */
  to: number;
}

/**
 * Adds up a stretch: whole days by their roll-ups, the rest minute by minute. Slices count where they begin in the stretch, so `to` should be
 * the end of one.
 *
 * @public
 */
export function sumWindow(
  days: SampleDays,
  from: number,
  to: number,
  rule: BudgetRule,
): WindowSums {
  return sumWindows(days, [from], to, rule)[0];
}

/** Adds up stretches of different beginnings and the same end; each minute is looked at once. In the order of `starts`. */
export function sumWindows(
  days: SampleDays,
  starts: readonly number[],
  to: number,
  rule: BudgetRule,
): WindowSums[] {
  const sums = new Map<number, DayRollUp>();
  let sum = NOTHING_SEEN;
  let reached = to;
  for (const from of [...new Set(starts)].sort((a, b) => b - a)) {
    sum = addRollUps(sum, ...partsOf(days, from, reached, rule));
    sums.set(from, sum);
    reached = Math.min(reached, from);
  }
  return starts.map(from => ({
    from,
    to,
    ...(sums.get(from) ?? NOTHING_SEEN),
  }));
}

function partsOf(
  days: SampleDays,
  from: number,
  to: number,
  rule: BudgetRule,
): DayRollUp[] {
  const parts: DayRollUp[] = [];
  for (let day = dayOf(from); day * MINUTES_PER_DAY < to; day += 1) {
    const midnight = day * MINUTES_PER_DAY;
    const first = Math.max(from - midnight, 0);
    const end = Math.min(to - midnight, MINUTES_PER_DAY);
    const part =
      end - first === MINUTES_PER_DAY
        ? days.rollUp(day)
        : partOf(days, day, first, end, rule);
    if (part) parts.push(part);
  }
  return parts;
}

function partOf(
  days: SampleDays,
  day: number,
  first: number,
  end: number,
  rule: BudgetRule,
): DayRollUp | undefined {
  const counts = days.counts(day);
  return counts && rollUpPart(counts, first, end, rule);
}
