import { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/** Columns of `wantedRows` with their types. @public */
export type WantedColumns = Record<string, 'text' | 'integer'>;

/**
 * A table made of rows that are passed in, for joins: one binding, however many rows. Names are those of `columns`, and are written into the
 * statement: they are never somebody's input.
 *
 * @example `knex('scores').join(wantedRows(knex, 'wanted', { id: 'text' }, ids), 'wanted.id', 'scores.id')`
 *
 * @public
 */
export function wantedRows<TColumns extends WantedColumns>(
  knex: Knex,
  alias: string,
  columns: TColumns,
  rows: readonly {
    [K in keyof TColumns]: TColumns[K] extends 'text' ? string : number;
  }[],
): Knex.Raw {
  const names = Object.keys(columns);
  if (isPostgres(knex)) {
    const typed = names.map(name => `"${name}" ${columns[name]}`).join(', ');
    return knex.raw(`json_to_recordset(?::json) as "${alias}" (${typed})`, [
      JSON.stringify(rows),
    ]);
  }
  const extracted = names
    .map(name => `json_extract(value, '$.${name}') as "${name}"`)
    .join(', ');
  return knex.raw(`(select ${extracted} from json_each(?)) as "${alias}"`, [
    JSON.stringify(rows),
  ]);
}
