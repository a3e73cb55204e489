import {
  BudgetRule,
  DayCounts,
  DayRollUp,
  rollUpDay,
} from '@maestro-conductor/slo-engine';
import { ruleKey } from '../domain/ruleKey';
import { SumColumns } from './rows';

/** The sums of a day, as columns. */
export function toSumColumns(counts: DayCounts, rule: BudgetRule): SumColumns {
  const { good, total, minutes, slices } = rollUpDay(counts, rule);
  return {
    good,
    total,
    minutes,
    slices_known: slices.known,
    slices_bad: slices.bad,
    slices_lost: slices.lost,
    rule: ruleKey(rule),
  };
}

/** The sums of a day, from columns. */
export function fromSumColumns(row: SumColumns): DayRollUp {
  return {
    good: row.good,
    total: row.total,
    minutes: row.minutes,
    slices: {
      known: row.slices_known,
      bad: row.slices_bad,
      lost: row.slices_lost,
    },
  };
}
