import { BudgetRule } from '@maestro-conductor/slo-engine';

/**
 * What the sums of a day depend on in a rule, at most 64 characters: sums of another key are out of date. The target is no part of it.
 */
export function ruleKey({
  method,
  sliceMinutes,
  sliceTarget,
}: BudgetRule): string {
  return method === 'Occurrences'
    ? method
    : [method, sliceMinutes, sliceTarget ?? 1].join('/');
}
