import { Knex } from 'knex';

const ROWS_PER_STATEMENT = 1000;

/**
 * Removes from the history the facts that were received before a moment. The latest of each name stays however old it is, so that
 * no answer about now changes; it can never be overtaken by one that is removed.
 *
 * @returns How many were removed.
 */
export async function removeOldFacts(
  knex: Knex,
  receivedBefore: Date,
): Promise<number> {
  let removed = 0;
  for (;;) {
    const old = knex('facts')
      .where('received_at', '<', receivedBefore)
      .whereNotExists(latest =>
        latest
          .from('latest_facts')
          .whereRaw('latest_facts.tenant = facts.tenant')
          .whereRaw('latest_facts.entity_ref = facts.entity_ref')
          .whereRaw('latest_facts.environment = facts.environment')
          .whereRaw('latest_facts.name = facts.name')
          .whereRaw('latest_facts.seq = facts.seq'),
      )
      .limit(ROWS_PER_STATEMENT)
      .select('seq');
    const count = await knex('facts').whereIn('seq', old).delete();
    removed += count;
    if (count < ROWS_PER_STATEMENT) {
      return removed;
    }
  }
}
