import {
  CatalogProjection,
  EntityRestriction,
} from '@maestro-conductor/backend-kit';
import {
  ScoreFilter,
  Verdict,
  VERDICTS,
} from '@maestro-conductor/plugin-readiness-common';
import { Knex } from 'knex';
import {
  matchingScores,
  ScoreSelection,
  verdictPattern,
} from './matchingScores';

/** Values of one facet at most. */
const MAX_VALUES = 200;
/** Entities that are asked one by one at most, where a rule of the reader's policy is not known here; SQLite takes 32,766 in a query. */
const MAX_ASKED = 30_000;

/** How many scores have a value; those that no score has are left out. */
export interface ValueCount<T = string> {
  value: T;
  title: string;
  services: number;
}

/** Counts of every facet, each within the filters of the other fields. */
export interface FacetCounts {
  system: ValueCount[];
  lifecycle: ValueCount[];
  tag: ValueCount[];
  /** `value` is undefined for scores below all levels, or that are none. */
  level: ValueCount<string | undefined>[];
  verdict: ValueCount<Verdict>[];
}

interface CountRow {
  value: string | null;
  title: string | null;
  services: number | string;
}

function toCounts(rows: CountRow[]): ValueCount[] {
  return rows.map(({ value, title, services }) => ({
    value: value ?? '',
    title: title ?? value ?? '',
    services: Number(services),
  }));
}

/** Makes queries for the scores that match all fields of the filter but some. */
type Matching = (...omitted: (keyof ScoreFilter)[]) => Knex.QueryBuilder;

async function countSystems(
  matching: Matching,
  entities: string,
): Promise<ValueCount[]> {
  const rows: CountRow[] = await matching('system')
    .leftJoin({ y: entities }, join =>
      join.on('y.entity_ref', 'e.system_ref').andOnNull('y.deleted_at'),
    )
    .whereNotNull('e.system_ref')
    .select('e.system_ref as value', 'y.title')
    .count({ services: '*' })
    .groupBy('e.system_ref', 'y.title')
    .orderBy([{ column: 'services', order: 'desc' }, 'value'])
    .limit(MAX_VALUES);
  return toCounts(rows);
}

async function countSearched(
  query: Knex.QueryBuilder,
  search: string,
  key: string,
): Promise<ValueCount[]> {
  const rows: CountRow[] = await query
    .join({ v: search }, join =>
      join.on('v.entity_ref', 's.entity_ref').andOnVal('v.key', key),
    )
    .whereNotNull('v.value')
    .select('v.value')
    .count({ services: '*' })
    .groupBy('v.value')
    .orderBy([{ column: 'services', order: 'desc' }, 'v.value'])
    .limit(MAX_VALUES);
  return toCounts(rows);
}

async function countLevels(query: Knex.QueryBuilder) {
  const rows: CountRow[] = await query
    .select('s.level as value')
    .count({ services: '*' })
    .groupBy('s.level');
  return rows.map(({ value, services }) => ({
    value: value ?? undefined,
    title: value ?? '',
    services: Number(services),
  }));
}

async function countVerdicts(
  knex: Knex,
  query: Knex.QueryBuilder,
  dimension: string | undefined,
): Promise<ValueCount<Verdict>[]> {
  const counted = VERDICTS.map((verdict, index) =>
    knex.raw(
      `sum(case when s.dimension_values like ? escape '\\' then 1 else 0 end) as ??`,
      [verdictPattern(verdict, dimension), `v${index}`],
    ),
  );
  const row: Record<string, number | string | null> | undefined = await query
    .select(counted)
    .first();
  return VERDICTS.map((verdict, index) => ({
    value: verdict,
    title: verdict,
    services: Number(row?.[`v${index}`] ?? 0),
  })).filter(({ services }) => services > 0);
}

/** The same restriction where it is SQL; else one to those of the first 30,000 entities that the reader may see. */
async function asSql(
  restriction: EntityRestriction,
  scores: Knex.QueryBuilder,
): Promise<EntityRestriction> {
  if (!restriction.unknownRule) return restriction;
  const refs = await restriction.filterPage(
    await scores.orderBy('s.entity_ref').limit(MAX_ASKED).pluck('s.entity_ref'),
  );
  return {
    unknownRule: false,
    apply: (query, column) => {
      query.whereIn(column, refs);
      return query;
    },
  };
}

/**
 * Counts by which values a list can be narrowed, over what the reader may see: for each field within the filters of the others, so
 * that a reader sees what another value would bring.
 */
export async function countFacets(
  knex: Knex,
  projection: CatalogProjection,
  restriction: EntityRestriction,
  selection: ScoreSelection,
): Promise<FacetCounts> {
  const { entities, search } = projection.tables;
  const { filter } = selection;
  const visible = await asSql(
    restriction,
    matchingScores(knex, projection, restriction, { ...selection, filter: {} }),
  );
  const matching: Matching = (...omitted) =>
    matchingScores(knex, projection, visible, {
      ...selection,
      filter: Object.fromEntries(
        Object.entries(filter).filter(
          ([field]) => !omitted.includes(field as keyof ScoreFilter),
        ),
      ),
    });
  return {
    system: await countSystems(matching, entities),
    lifecycle: await countSearched(
      matching('lifecycle'),
      search,
      'spec.lifecycle',
    ),
    tag: await countSearched(matching('tag'), search, 'metadata.tags'),
    level: await countLevels(matching('level')),
    verdict: await countVerdicts(knex, matching('verdict'), filter.dimension),
  };
}
