import { DayRollUp } from '../samples/rollUpDay';
import { BudgetRule } from '../types';
import { compareNumbers } from './compareNumbers';
import { errorShare } from './errorShare';

/** What a budget is spent in: events, or slices of time. */
export interface Spending {
  total: number;
  /** Of slices by their ratio, a sum of shares. */
  bad: number;
}

/** Events that were counted, or slices of which something was seen, and how many of them were bad. */
export function spendingOf(sums: DayRollUp, { method }: BudgetRule): Spending {
  const { good, total, slices } = sums;
  if (method === 'Occurrences') return { total, bad: total - good };
  const bad = method === 'Timeslices' ? slices.bad : slices.lost;
  return { total: slices.known, bad };
}

/**
 * Share of a budget that is left: 1 untouched, 0 where exactly all of it is used, below 0 overspent. Undefined where there is no budget, as of
 * no events.
 *
 * @param bad - events or slices
 * @param whole - how many of them the budget is a share of
 */
export function budgetLeft(
  bad: number,
  whole: number,
  rule: BudgetRule,
): number | undefined {
  const budget = errorShare(rule) * whole;
  if (budget === 0) return undefined;
  return compareNumbers(bad, budget) === 0 ? 0 : (budget - bad) / budget;
}
