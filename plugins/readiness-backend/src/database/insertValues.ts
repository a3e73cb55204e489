import { isPostgres } from '@maestro-conductor/backend-kit';
import { Knex } from 'knex';

const quoted = (names: readonly string[]) =>
  names.map(name => `"${name}"`).join(', ');

/**
 * Inserts rows that all have the same fields by one statement that is short on PostgreSQL, where the rows travel as one JSON text, and
 * is one `values` on SQLite. Knex writes thousands of places on the one, and on the other a compound select; both take several times
 * as long.
 *
 * @param options - `conflict`: what follows the rows, in words that both databases know
 */
export async function insertValues<TRow extends object>(
  tx: Knex.Transaction,
  rows: readonly TRow[],
  { table, conflict }: { table: string; conflict: string },
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]) as (keyof TRow & string)[];
  const names = quoted(columns);
  if (isPostgres(tx)) {
    await tx.raw(
      `insert into "${table}" (${names}) select ${names} from json_populate_recordset(null::"${table}", ?::json) ${conflict}`,
      [JSON.stringify(rows)],
    );
    return;
  }
  const places = `(${columns.map(() => '?').join(', ')})`;
  await tx.raw(
    `insert into "${table}" (${names}) values ${rows
      .map(() => places)
      .join(', ')} ${conflict}`,
    rows.flatMap(row => columns.map(column => row[column] as Knex.RawBinding)),
  );
}
