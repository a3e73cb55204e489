import { insertValues } from '@maestro-conductor/backend-kit';
import { Knex } from 'knex';
import { HeadRow } from '../rows';

/** A head without samples. */
const emptyHead = (objectiveId: string): HeadRow => ({
  objective_id: objectiveId,
  revision: 0,
  first_minute: null,
  last_minute: null,
  read_until: null,
  problem: null,
  problem_since: null,
  past_day: null,
  past_changed_at: null,
});

/**
 * The heads of objectives, made where there are none. Until the transaction ends, whoever else wants one of them waits: what is read
 * of the objective's samples from here on stays as it is. Rows are locked in the order of their ids, so that two writers never wait for each other.
 */
export async function lockHeads(
  tx: Knex.Transaction,
  objectiveIds: Iterable<string>,
): Promise<Map<string, HeadRow>> {
  const ids = [...new Set(objectiveIds)].sort();
  await insertValues(tx, ids.map(emptyHead), {
    table: 'sample_heads',
    conflict: 'on conflict do nothing',
  });
  const rows: HeadRow[] = await tx('sample_heads')
    .whereIn('objective_id', ids)
    .orderBy('objective_id')
    .forUpdate();
  return new Map(rows.map(row => [row.objective_id, row]));
}

const REPLACED = [
  'revision',
  'first_minute',
  'last_minute',
  'read_until',
  'problem',
  'problem_since',
  'past_day',
  'past_changed_at',
];

/** Writes heads that `lockHeads` gave. */
export async function writeHeads(
  tx: Knex.Transaction,
  rows: readonly HeadRow[],
): Promise<void> {
  await insertValues(tx, rows, {
    table: 'sample_heads',
    conflict: `on conflict ("objective_id") do update set ${REPLACED.map(
      column => `"${column}" = excluded."${column}"`,
    ).join(', ')}`,
  });
}
