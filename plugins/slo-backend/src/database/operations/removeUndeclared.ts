import { Knex } from 'knex';
import { BURN, burnKey } from '../../domain/burnCondition';
import { lockStates } from './saveStates';

const SEVERITIES = ['page', 'ticket'] as const;

interface RemovedRow {
  id: string;
  entity_ref: string;
  environment: string;
  slo: string;
  objective: string;
}

/** Forgets the states of objectives that are no longer declared. Their samples stay: the objective may come back. @see StateStore */
export async function removeUndeclared(
  tx: Knex.Transaction,
  now: Date,
): Promise<number> {
  await lockStates(tx);
  const removed: RemovedRow[] = await tx('states as s')
    .join('objectives as o', 'o.id', 's.objective_id')
    .whereNotNull('o.removed_at')
    .orderBy('o.id')
    .limit(1_000)
    .select('o.id', 'o.entity_ref', 'o.environment', 'o.slo', 'o.objective');
  if (removed.length === 0) return 0;
  const ids = removed.map(({ id }) => id);
  await tx('states').whereIn('objective_id', ids).delete();
  await tx('burns')
    .whereIn('objective_id', ids)
    .whereNull('ended_at')
    .update({ ended_at: now });
  for (const row of removed) {
    const { entity_ref, environment, slo, objective } = row;
    const key = (severity: 'page' | 'ticket') =>
      burnKey({ environment, definition: { slo, objective } }, severity);
    await tx('conditions')
      .where({ rule: BURN, entity_ref })
      .whereIn('key', SEVERITIES.map(key))
      .delete();
    // What is told of the entity changes with it.
    await tx('states')
      .whereIn(
        'objective_id',
        tx('objectives').where({ entity_ref, environment }).select('id'),
      )
      .update({ facts_at: null });
  }
  return removed.length;
}
