import { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/**
 * Lets one transaction at a time go on from here, of all that ask by this name in the same schema; the others wait until
 * it ends. On SQLite there is one writer at a time anyway.
 *
 * @public
 */
export async function lockForTransaction(
  tx: Knex.Transaction,
  name: string,
): Promise<void> {
  if (isPostgres(tx)) {
    await tx.raw(
      `select pg_advisory_xact_lock(hashtextextended(coalesce(current_schema(), '') || '.' || ?, 0))`,
      [name],
    );
  }
}
