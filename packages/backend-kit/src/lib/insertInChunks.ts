import { Knex } from 'knex';
import { chunked } from './chunked';

/**
 * Rows. SQLite takes 500 terms in a compound select, which is what Knex makes of many rows, and 32,766 variables;
 * PostgreSQL 65,535 variables. 400 rows of at most 80 columns stay below all of them.
 */
const CHUNK = 400;

/**
 * Inserts any number of rows, in their order.
 *
 * @public
 */
export async function insertInChunks(
  tx: Knex,
  table: string,
  rows: object[],
): Promise<void> {
  for (const chunk of chunked(rows, CHUNK)) {
    await tx(table).insert(chunk);
  }
}
