import { Knex } from 'knex';
import { MINUTES_PER_DAY } from '@maestro-conductor/slo-engine';
import { HeadRow, toDate } from '../rows';
import { DueFacts, EntityStates, PastDays } from '../StateStore';
import { StateRow } from '../stateRows';
import { groupBy } from '../../domain/groupBy';

const DAY_MS = MINUTES_PER_DAY * 60_000;

type FactStateRow = Pick<StateRow, 'objective_id' | 'status' | 'state'> & {
  tenant: string;
  entity_ref: string;
  environment: string;
};

/** Objectives of the same entity that were evaluated for the first time a moment ago, and whose samples are still on their way. */
function filling(
  knex: Knex,
  { newSince, settledBefore }: Pick<DueFacts, 'newSince' | 'settledBefore'>,
): Knex.QueryBuilder {
  return knex('objectives as new_o')
    .join('states as new_s', 'new_s.objective_id', 'new_o.id')
    .leftJoin('sample_heads as new_h', 'new_h.objective_id', 'new_o.id')
    .where('new_o.entity_ref', knex.ref('due_o.entity_ref'))
    .where('new_o.environment', knex.ref('due_o.environment'))
    .whereNull('new_o.removed_at')
    .where('new_s.first_evaluated_at', '>', newSince)
    .where(samples =>
      samples
        .whereNull('new_h.last_minute')
        .orWhere('new_h.past_changed_at', '>', settledBefore),
    )
    .select(knex.raw('1'));
}

/** @see StateStore */
export async function dueFacts(
  knex: Knex,
  { toldBefore, limit, ...moments }: DueFacts,
): Promise<EntityStates[]> {
  const due = knex('states as due')
    .join('objectives as due_o', 'due_o.id', 'due.objective_id')
    .where(told =>
      told.whereNull('due.facts_at').orWhere('due.facts_at', '<=', toldBefore),
    )
    .whereNotExists(filling(knex, moments))
    .distinct('due_o.entity_ref', 'due_o.environment')
    .orderBy(['due_o.entity_ref', 'due_o.environment'])
    .limit(limit)
    .as('e');
  const rows: FactStateRow[] = await knex
    .from(due)
    .join('objectives as o', join =>
      join
        .on('o.entity_ref', '=', 'e.entity_ref')
        .andOn('o.environment', '=', 'e.environment'),
    )
    .join('states as s', 's.objective_id', 'o.id')
    .whereNull('o.removed_at')
    .orderBy('o.id')
    .select(
      'o.tenant',
      'o.entity_ref',
      'o.environment',
      's.objective_id',
      's.status',
      's.state',
    );
  const groups = groupBy(rows, row => `${row.entity_ref}\n${row.environment}`);
  return [...groups.values()].map(group => ({
    tenant: group[0].tenant,
    entityRef: group[0].entity_ref,
    environment: group[0].environment,
    states: group.map(row => ({
      id: row.objective_id,
      status: row.status,
      state: JSON.parse(row.state),
    })),
  }));
}

/** @see StateStore */
export async function factsTold(
  knex: Knex,
  told: readonly EntityStates[],
  now: Date,
): Promise<void> {
  const byStatus = groupBy(
    told.flatMap(({ states }) => states),
    ({ status }) => status,
  );
  for (const [status, states] of byStatus) {
    for (let start = 0; start < states.length; start += 500) {
      await knex('states')
        .where({ status })
        .whereIn(
          'objective_id',
          states.slice(start, start + 500).map(({ id }) => id),
        )
        .update({ facts_at: now });
    }
  }
}

type PastRow = Pick<
  HeadRow,
  'objective_id' | 'past_day' | 'past_changed_at'
> & {
  entity_ref: string;
  environment: string;
  first_evaluated_at: Date | number | string;
};

/** @see StateStore */
export async function pastDays(
  knex: Knex,
  settledBefore: Date,
  limit: number,
): Promise<PastDays[]> {
  const rows: PastRow[] = await knex('sample_heads as h')
    .join('objectives as o', 'o.id', 'h.objective_id')
    .join('states as s', 's.objective_id', 'o.id')
    .whereNotNull('h.past_day')
    .where('h.past_changed_at', '<=', settledBefore)
    .whereNull('o.removed_at')
    .orderBy(['o.entity_ref', 'o.environment', 'o.id'])
    .limit(limit)
    .select(
      'h.objective_id',
      'h.past_day',
      'h.past_changed_at',
      'o.entity_ref',
      'o.environment',
      's.first_evaluated_at',
    );
  const groups = groupBy(rows, row => `${row.entity_ref}\n${row.environment}`);
  return [...groups.values()].map(group => ({
    entityRef: group[0].entity_ref,
    environment: group[0].environment,
    fromDay: Math.min(...group.map(({ past_day }) => past_day!)),
    toDay: Math.min(
      ...group.map(row =>
        Math.floor(toDate(row.first_evaluated_at).getTime() / DAY_MS),
      ),
    ),
    heads: group.map(row => ({
      id: row.objective_id,
      changedAt: toDate(row.past_changed_at!),
    })),
  }));
}

/** @see StateStore */
export async function pastTold(knex: Knex, { heads }: PastDays): Promise<void> {
  for (const { id, changedAt } of heads) {
    await knex('sample_heads')
      .where({ objective_id: id, past_changed_at: changedAt })
      .update({ past_day: null, past_changed_at: null });
  }
}
