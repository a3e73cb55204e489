import {
  CatalogProjection,
  EntityRestriction,
  whereOneOf,
} from '@maestro-conductor/backend-kit';
import { Knex } from 'knex';
import { NO_OWNER } from '../../domain/boardOptions';
import { BoardFilter } from '../BoardStore';

/** What lists are read from. */
export interface BoardSource {
  knex: Knex;
  projection: CatalogProjection;
}

const likeText = (text: string) =>
  `%${text.toLowerCase().replace(/[%_\\]/g, '\\$&')}%`;

/** Columns that a text is looked for in. */
const SEARCHED = [
  'lower(o.title)',
  'o.slo',
  'e.sort_title',
  'lower(e.name)',
  'o.entity_ref',
];

function whereOwned(
  projection: CatalogProjection,
  query: Knex.QueryBuilder,
  owners: readonly string[],
): void {
  const refs = owners.filter(ref => ref !== NO_OWNER);
  query.where(either => {
    projection.whereOwnedBy(either, refs, 'o.entity_ref');
    if (refs.length === owners.length) return;
    either.orWhere(none => {
      projection.whereOwnedByNoGroup(none, 'o.entity_ref');
    });
  });
}

function applyFilter(
  { knex, projection }: BoardSource,
  query: Knex.QueryBuilder,
  filter: BoardFilter,
): void {
  const { owners, entityRefs, windows, environment, text } = filter;
  if (owners) whereOwned(projection, query, owners);
  if (entityRefs) whereOneOf(knex, query, 'o.entity_ref', entityRefs);
  if (windows) query.whereIn('o.window', windows);
  if (environment !== undefined) query.where('o.environment', environment);
  if (text !== undefined) {
    query.where(any => {
      for (const column of SEARCHED) {
        any.orWhereRaw(`${column} like ? escape '\\'`, [likeText(text)]);
      }
    });
  }
}

/** Declared objectives `o` of living entities `e`, with their states `s` where there are any; without columns. */
function livingObjectives(
  { knex, projection }: BoardSource,
  restriction: EntityRestriction,
): Knex.QueryBuilder {
  const query = knex({ o: 'objectives' })
    .join({ e: projection.tables.entities }, join =>
      join.on('e.entity_ref', 'o.entity_ref').andOnNull('e.deleted_at'),
    )
    .leftJoin({ s: 'states' }, 's.objective_id', 'o.id')
    .whereNull('o.removed_at');
  return restriction.apply(query, 'o.entity_ref');
}

/**
 * Finds out what the reader may see, and gives a function for queries on it: objectives `o`, living entities `e`, states `s`. Where a rule of the
 * policy cannot be said in SQL the entities are asked about one by one, so that counts and pages are right in any case.
 */
export async function visibleObjectives(
  source: BoardSource,
  restriction: EntityRestriction,
): Promise<(filter?: BoardFilter) => Knex.QueryBuilder> {
  const { knex } = source;
  let allowed: string[] | undefined;
  if (restriction.unknownRule) {
    const refs: string[] = await livingObjectives(source, restriction)
      .distinct('o.entity_ref')
      .orderBy('o.entity_ref')
      .pluck('o.entity_ref');
    allowed = await restriction.filterPage(refs);
  }
  return (filter = {}) => {
    const query = livingObjectives(source, restriction);
    if (allowed) whereOneOf(knex, query, 'o.entity_ref', allowed);
    applyFilter(source, query, filter);
    return query;
  };
}
