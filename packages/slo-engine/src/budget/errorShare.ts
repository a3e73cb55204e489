import { BudgetRule } from '../types';

/**
 * The share that may go wrong, 1 − target, above 0.
 *
 * As decimals, not as doubles: 1 − 0.9 is 0.09999999999999998 in doubles, and of ten events the one that is allowed would be one too many.
 */
export function errorShare({ target }: Pick<BudgetRule, 'target'>): number {
  return Number((1 - target).toFixed(15)) || 1 - target;
}
