import { setImmediate as nextTurn } from 'node:timers/promises';
import { FilterPredicate } from '@backstage/filter-predicates';
import {
  CatalogProjection,
  EntityRestriction,
} from '@maestro-conductor/backend-kit';
import { Knex } from 'knex';
import { GroupInGroup, GroupNode } from '../../domain/rollUpTeams';
import { ServiceRow } from '../../domain/ServiceColumns';
import { ServiceValues } from '../../domain/serviceValues';
import { toDate } from '../rows';

interface ScoredRow {
  entity_ref: string;
  score: number | null;
  level: string | null;
  ready: boolean | number | null;
  dimension_values: string | null;
  evaluated_at: Date | number | null;
}

/** Rows of one query: SQLite gives the event loop no turn within one, and these take about 5 ms. */
const PAGE = 1000;

function toService(row: ScoredRow, ownerRefs: string[]): ServiceRow {
  return {
    entityRef: row.entity_ref,
    ownerRefs,
    ready: Boolean(row.ready),
    ...(row.score !== null && { score: row.score }),
    ...(row.level !== null && { level: row.level }),
    ...(row.evaluated_at !== null && {
      evaluatedAt: toDate(row.evaluated_at),
    }),
    ...(row.dimension_values !== null && {
      values: JSON.parse(row.dimension_values) as ServiceValues,
    }),
  };
}

/** All services that a scorecard is for, with or without a score, whoever may see them. */
export async function readServices(
  knex: Knex,
  projection: CatalogProjection,
  request: {
    scorecard: string;
    environment: string;
    filter: FilterPredicate;
  },
): Promise<ServiceRow[]> {
  const { entities, owners } = projection.tables;
  const ownerRows: { entity_ref: string; owner_ref: string }[] = await knex(
    owners,
  ).select('entity_ref', 'owner_ref');
  const ownersOf = new Map<string, string[]>();
  for (const row of ownerRows) {
    const list = ownersOf.get(row.entity_ref);
    if (list) list.push(row.owner_ref);
    else ownersOf.set(row.entity_ref, [row.owner_ref]);
  }
  const services: ServiceRow[] = [];
  for (let after = ''; ; ) {
    const query = knex({ e: entities })
      .leftJoin({ s: 'scores' }, join =>
        join
          .on('s.entity_ref', 'e.entity_ref')
          .andOn('s.tenant', 'e.tenant')
          .andOnVal('s.scorecard', request.scorecard)
          .andOnVal('s.environment', request.environment),
      )
      .select(
        'e.entity_ref',
        's.score',
        's.level',
        's.ready',
        's.dimension_values',
        's.evaluated_at',
      )
      .where('e.entity_ref', '>', after)
      .orderBy('e.entity_ref')
      .limit(PAGE);
    projection.whereMatching(query, request.filter, 'e.entity_ref');
    const rows: ScoredRow[] = await query;
    for (const row of rows) {
      services.push(toService(row, ownersOf.get(row.entity_ref) ?? []));
      after = row.entity_ref;
    }
    if (rows.length < PAGE) return services;
    await nextTurn();
  }
}

/** All groups, each with one of its parents, and which lies in which. */
export async function readGroups(
  knex: Knex,
  projection: CatalogProjection,
): Promise<{ groups: GroupNode[]; closure: GroupInGroup[] }> {
  const rows: { entity_ref: string; title: string }[] = await knex(
    projection.tables.entities,
  )
    .select('entity_ref', 'title')
    .where('kind', 'group')
    .whereNull('deleted_at');
  const parents = new Map<string, string>();
  for (const { childRef, parentRef } of await projection.groupEdges(knex)) {
    if (!parents.has(childRef)) parents.set(childRef, parentRef);
  }
  return {
    groups: rows.map(row => {
      const parentRef = parents.get(row.entity_ref);
      return {
        groupRef: row.entity_ref,
        title: row.title,
        ...(parentRef && { parentRef }),
      };
    }),
    closure: await projection.groupClosure(knex),
  };
}

/** The refs of the living entities that match a predicate and that the reader may see. */
export async function readVisibleRefs(
  knex: Knex,
  projection: CatalogProjection,
  restriction: EntityRestriction,
  filter: FilterPredicate,
): Promise<string[]> {
  const query = knex({ e: projection.tables.entities });
  projection.whereMatching(query, filter, 'e.entity_ref');
  restriction.apply(query, 'e.entity_ref');
  const refs: string[] = await query.pluck('e.entity_ref');
  return restriction.unknownRule ? await restriction.filterPage(refs) : refs;
}
