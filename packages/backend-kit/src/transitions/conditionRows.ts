import { JsonObject } from '@backstage/types';
import { ConditionState, NewTransition, Transition } from './types';

/** A row of the table of `createTransitionTable`, as far as it is read. Never leaves this folder. */
export interface ConditionRow {
  id: string;
  rule: string;
  tenant: string;
  entity_ref: string;
  key: string;
  state: ConditionState;
  /** PostgreSQL answers with a Date, SQLite with milliseconds. */
  since: Date | number;
  detail: string;
  revision: number;
  delivered_revision: number;
  delivered_state: ConditionState;
  attempts: number;
  next_attempt_at: Date | number;
  claim: string | null;
  claimed_until: Date | number | null;
}

/** `<rule>:<entityRef>`, with `:<key>` where there is one. */
export function conditionId(
  condition: Pick<NewTransition, 'rule' | 'entityRef' | 'key'>,
): string {
  const { rule, entityRef, key } = condition;
  return [rule, entityRef, ...(key ? [key] : [])].join(':');
}

export function fromConditionRow(row: ConditionRow): Transition {
  return {
    id: row.id,
    rule: row.rule,
    tenant: row.tenant,
    entityRef: row.entity_ref,
    key: row.key,
    state: row.state,
    since: new Date(row.since),
    detail: JSON.parse(row.detail) as JsonObject,
    revision: row.revision,
    attempts: row.attempts,
  };
}
