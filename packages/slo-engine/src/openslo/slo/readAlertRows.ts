import { AlertRow } from '@maestro-conductor/plugin-slo-common';
import { alertRow, lintAlertRows } from '../../alerts';
import { Declared } from '../kinds/Declared';
import { BurnRateCondition } from '../kinds/readAlertCondition';
import { readAlertPolicy } from '../kinds/readAlertPolicy';
import { readEnvelope } from '../kinds/readEnvelope';
import { Value } from '../yaml/Value';

const MOST_POLICIES = 20;

/** What the policies of an SLO need. */
export interface AlertContext {
  policies: Declared<BurnRateCondition>;
  conditions: Declared<BurnRateCondition>;
}

/** The conditions of an SLO's policies: names, `{ alertPolicyRef }` or whole policies; empty where it has none. */
export function readAlertPolicies(
  list: Value | undefined,
  { policies, conditions }: AlertContext,
): BurnRateCondition[] {
  const items = list?.items(MOST_POLICIES) ?? [];
  return items.flatMap(item => {
    if (item.shape === 'scalar') return policies.resolve(item) ?? [];
    const reference = item.only('alertPolicyRef');
    if (reference) return policies.resolve(reference) ?? [];
    const inside = readEnvelope(item, 'AlertPolicy');
    return (inside && readAlertPolicy(inside, conditions)) ?? [];
  });
}

/**
 * Conditions as the alert rows of one objective. What cannot work is said at the list of policies.
 *
 * @param periodMinutes - of the objective's window
 */
export function rowsOf(
  conditions: BurnRateCondition[],
  options: { periodMinutes: number; target: number; list?: Value },
): AlertRow[] {
  const { periodMinutes, target, list } = options;
  // Two policies may share a condition: it fires once.
  const rows = [...new Set(conditions)].map(
    ({ name, severity, factor, longMinutes }) => {
      const budgetShare = (factor * longMinutes) / periodMinutes;
      const row = { name, severity, budgetShare, longMinutes };
      // The factor as it is written, not as it comes back from the division.
      return { ...alertRow(row, periodMinutes), factor };
    },
  );
  const problems = lintAlertRows(rows, {
    period: periodMinutes,
    scrapeMinutes: 1,
    target,
  });
  for (const { severity, rule, message } of problems) {
    if (severity === 'error') list?.error(rule, message);
    else list?.warn(rule, message);
  }
  return rows;
}
