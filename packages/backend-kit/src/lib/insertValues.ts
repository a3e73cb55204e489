import { Knex } from 'knex';
import { isPostgres } from './isPostgres';

const quoted = (names: readonly string[]) =>
  names.map(name => `"${name}"`).join(', ');

const bytesOf = (value: Uint8Array) =>
  Buffer.from(value.buffer, value.byteOffset, value.byteLength);

/** Bytes as PostgreSQL reads them from a text. */
const asText = (value: unknown) =>
  value instanceof Uint8Array ? `\\x${bytesOf(value).toString('hex')}` : value;

/** SQLite takes 32,766 variables in a statement. */
const MOST_VARIABLES = 30_000;

/**
 * Inserts rows that all have the same fields by one statement that is short on PostgreSQL, where the rows travel as one JSON text, and
 * is one `values` on SQLite. Knex writes thousands of places on the one, and on the other a compound select; both take several times
 * as long. Values may be bytes.
 *
 * @param options - `conflict`: what follows the rows, in words that both databases know
 * @returns what `conflict` says to return of each row, where it does
 *
 * @public
 */
export async function insertValues<TRow extends object, TReturned = never>(
  tx: Knex,
  rows: readonly TRow[],
  { table, conflict }: { table: string; conflict: string },
): Promise<TReturned[]> {
  if (rows.length === 0) return [];
  const columns = Object.keys(rows[0]) as (keyof TRow & string)[];
  const names = quoted(columns);
  if (isPostgres(tx)) {
    // `toJSON` of a Buffer comes before a replacer sees it.
    const plain = rows.map(row =>
      Object.fromEntries(columns.map(column => [column, asText(row[column])])),
    );
    const answer = await tx.raw(
      `insert into "${table}" (${names}) select ${names} from json_populate_recordset(null::"${table}", ?::json) ${conflict}`,
      [JSON.stringify(plain)],
    );
    return answer.rows;
  }
  const places = `(${columns.map(() => '?').join(', ')})`;
  const returned: TReturned[] = [];
  const size = Math.floor(MOST_VARIABLES / columns.length);
  for (let start = 0; start < rows.length; start += size) {
    const part = rows.slice(start, start + size);
    const answer = await tx.raw(
      `insert into "${table}" (${names}) values ${part
        .map(() => places)
        .join(', ')} ${conflict}`,
      part.flatMap(row =>
        columns.map(column => {
          const value: unknown = row[column];
          return (
            value instanceof Uint8Array ? bytesOf(value) : value
          ) as Knex.RawBinding;
        }),
      ),
    );
    // Without anything to return SQLite answers with numbers of rows.
    if (Array.isArray(answer)) returned.push(...answer);
  }
  return returned;
}
