import { compareNumbers } from '../budget/compareNumbers';
import { BudgetRule } from '../types';
import { DayCounts, MINUTES_PER_DAY } from './DayCounts';

/** What is known of some minutes, added up. The sum of two days is the sum of their numbers. @public */
export interface DayRollUp {
  /** Events. */
  good: number;
  total: number;
  /** Of which something was seen. */
  minutes: number;
  /** All 0 where the budget is counted in events. */
  slices: {
    /** Of which at least a minute was seen. */
    known: number;
    /** Timeslices: whose share of good events is below the slice's target. */
    bad: number;
    /** RatioTimeslices: sum of the shares of bad events. */
    lost: number;
  };
}

/** Adds up a day under a rule. Its slices are whole: their length divides the day. @public */
export function rollUpDay(day: DayCounts, rule: BudgetRule): DayRollUp {
  return rollUpPart(day, 0, MINUTES_PER_DAY, rule);
}

/**
 * Adds up the minutes `from` to before `to` of a day, counted from its midnight. A slice belongs to where it begins: one that begins in the part
 * is judged as a whole.
 */
export function rollUpPart(
  day: DayCounts,
  from: number,
  to: number,
  rule: BudgetRule,
): DayRollUp {
  return {
    ...sumMinutes(day, from, to),
    slices: sumSlices(day, from, to, rule),
  };
}

function sumMinutes({ good, total }: DayCounts, from: number, to: number) {
  const sum = { good: 0, total: 0, minutes: 0 };
  for (let index = from; index < to; index += 1) {
    const events = total[index];
    // NaN is not at least 0.
    if (events >= 0) {
      sum.good += good[index];
      sum.total += events;
      sum.minutes += 1;
    }
  }
  return sum;
}

function sumSlices(
  day: DayCounts,
  from: number,
  to: number,
  { method, sliceMinutes, sliceTarget = 1 }: BudgetRule,
): DayRollUp['slices'] {
  const slices = { known: 0, bad: 0, lost: 0 };
  if (method === 'Occurrences' || !sliceMinutes) return slices;
  const first = Math.ceil(from / sliceMinutes) * sliceMinutes;
  for (let begin = first; begin < to; begin += sliceMinutes) {
    const { good, total, minutes } = sumMinutes(
      day,
      begin,
      begin + sliceMinutes,
    );
    if (minutes > 0) slices.known += 1;
    // Where nothing happened, nothing went wrong.
    if (total === 0) continue;
    if (method === 'RatioTimeslices') slices.lost += (total - good) / total;
    else if (compareNumbers(good, sliceTarget * total) < 0) slices.bad += 1;
  }
  return slices;
}
