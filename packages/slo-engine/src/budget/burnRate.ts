import { BudgetRule } from '../types';
import { spendingOf } from './budgetOf';
import { errorShare } from './errorShare';
import { WindowSums } from './sumWindow';

/**
 * How fast a budget is spent: share of bad events or slices ÷ share that may be bad. At 1 the budget lasts exactly for its period.
 *
 * Undefined where less than half of the minutes were seen, and where nothing was counted.
 *
 * @see https://sre.google/workbook/alerting-on-slos/
 *
 * @public
 */
export function burnRate(
  sums: WindowSums,
  rule: BudgetRule,
): number | undefined {
  if (sums.minutes * 2 < sums.to - sums.from || sums.total === 0) {
    return undefined;
  }
  const { bad, total } = spendingOf(sums, rule);
  return total === 0 ? undefined : bad / total / errorShare(rule);
}
