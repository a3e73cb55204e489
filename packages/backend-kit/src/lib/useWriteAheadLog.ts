import { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/**
 * Has a SQLite file keep its changes in a log beside it (`-wal`): readers go on while one writes, and a commit takes one write to disk
 * where it took several, during which the whole process stands still. What is committed survives a power failure as before. Not to be
 * called in a transaction. Nothing happens on PostgreSQL, which works so anyway, and in memory.
 *
 * @public
 */
export async function useWriteAheadLog(knex: Knex): Promise<void> {
  if (isPostgres(knex)) return;
  await knex.raw('pragma journal_mode = wal');
  await knex.raw('pragma synchronous = full');
}
