import { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/**
 * Restricts a query to rows whose column is one of some texts. Like `whereIn`, but with one binding: where there are hundreds of texts, to
 * build and prepare a statement with a place for each takes longer than to run it.
 *
 * @public
 */
export function whereOneOf<TQuery extends Knex.QueryBuilder>(
  knex: Knex,
  query: TQuery,
  column: string,
  texts: readonly string[],
): TQuery {
  if (isPostgres(knex)) {
    query.whereRaw('?? = any(?::text[])', [column, [...texts]]);
  } else {
    query.whereRaw('?? in (select "value" from json_each(?))', [
      column,
      JSON.stringify(texts),
    ]);
  }
  return query;
}
