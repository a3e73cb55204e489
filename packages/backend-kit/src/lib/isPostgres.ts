import { Knex } from 'knex';

/**
 * Whether a connection or transaction speaks to PostgreSQL.
 *
 * @public
 */
export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client.includes('pg');
}
