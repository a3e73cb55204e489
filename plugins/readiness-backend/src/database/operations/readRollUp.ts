import { setImmediate as nextTurn } from 'node:timers/promises';
import { FilterPredicate } from '@backstage/filter-predicates';
import {
  CatalogProjection,
  EntityRestriction,
} from '@maestro-conductor/backend-kit';
import { Knex } from 'knex';
import {
  GroupInGroup,
  GroupNode,
  RolledService,
} from '../../domain/rollUpTeams';
import { ServiceValues } from '../../domain/serviceValues';
import { toDate } from '../rows';

/** A service with what summaries need beside the roll-up. */
export interface ServiceForSummary extends RolledService {
  level?: string;
  evaluatedAt?: Date;
}

interface ServiceRow {
  entity_ref: string;
  score: number | null;
  level: string | null;
  ready: boolean | number | null;
  dimension_values: string | null;
  evaluated_at: Date | number | null;
}

/** Rows between two turns of the event loop: about 2 ms. */
const TURN_CHUNK = 250;

function toService(row: ServiceRow, ownerRefs: string[]): ServiceForSummary {
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

/** The services a scorecard is for, as far as the reader may see them, with or without a score. */
export async function readServices(
  knex: Knex,
  projection: CatalogProjection,
  restriction: EntityRestriction,
  request: {
    scorecard: string;
    environment: string;
    filter: FilterPredicate;
  },
): Promise<ServiceForSummary[]> {
  const { entities, owners } = projection.tables;
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
    );
  projection.whereMatching(query, request.filter, 'e.entity_ref');
  restriction.apply(query, 'e.entity_ref');
  let rows: ServiceRow[] = await query;
  if (restriction.unknownRule) {
    const allowed = new Set(
      await restriction.filterPage(rows.map(row => row.entity_ref)),
    );
    rows = rows.filter(row => allowed.has(row.entity_ref));
  }
  const ownerRows: { entity_ref: string; owner_ref: string }[] = await knex(
    owners,
  )
    .select('entity_ref', 'owner_ref')
    .whereIn('entity_ref', projection.matching(knex, request.filter));
  const ownersOf = new Map<string, string[]>();
  for (const row of ownerRows) {
    const list = ownersOf.get(row.entity_ref) ?? [];
    list.push(row.owner_ref);
    ownersOf.set(row.entity_ref, list);
  }
  const services: ServiceForSummary[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % TURN_CHUNK === TURN_CHUNK - 1) await nextTurn();
    services.push(toService(row, ownersOf.get(row.entity_ref) ?? []));
  }
  return services;
}

/** The groups that the reader may see in the catalog, each with one of its parents, and which lies in which. */
export async function readGroups(
  knex: Knex,
  projection: CatalogProjection,
  restriction: EntityRestriction,
): Promise<{ groups: GroupNode[]; closure: GroupInGroup[] }> {
  const query = knex({ e: projection.tables.entities })
    .select('e.entity_ref', 'e.title')
    .where('e.kind', 'group')
    .whereNull('e.deleted_at');
  restriction.apply(query, 'e.entity_ref');
  let rows: { entity_ref: string; title: string }[] = await query;
  if (restriction.unknownRule) {
    const allowed = new Set(
      await restriction.filterPage(rows.map(row => row.entity_ref)),
    );
    rows = rows.filter(row => allowed.has(row.entity_ref));
  }
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
