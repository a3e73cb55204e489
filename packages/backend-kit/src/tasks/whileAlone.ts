import { Knex } from 'knex';
import { isPostgres } from '../lib/isPostgres';

/**
 * Does work unless another replica is at work of that name in the same schema. On PostgreSQL an advisory lock says so; it belongs to a
 * connection, so it is free again as soon as the replica that held it is dead, and nobody waits for a time to run out. On SQLite there is
 * one process, and the work is always done.
 *
 * The lock spares work. Do not build correctness on it: a connection that breaks off gives it back while the work goes on.
 *
 * @returns whether the work was done, with its result
 *
 * @public
 */
export async function whileAlone<T>(
  knex: Knex,
  name: string,
  work: () => Promise<T>,
): Promise<{ done: true; result: T } | { done: false }> {
  if (!isPostgres(knex)) {
    return { done: true, result: await work() };
  }
  return await knex.transaction(async tx => {
    const { rows } = await tx.raw(
      `select pg_try_advisory_xact_lock(hashtextextended(coalesce(current_schema(), '') || '.' || ?, 1)) as alone`,
      [name],
    );
    return rows[0].alone
      ? { done: true as const, result: await work() }
      : { done: false as const };
  });
}
