import { FilterPredicate } from '@backstage/filter-predicates';
import { CatalogProjection } from '@maestro-conductor/backend-kit';
import { Knex } from 'knex';

/** A score that has to be computed anew. */
export interface DueEntity {
  entityRef: string;
  /** Of the row that is there, 0 where there is none. */
  revision: number;
}

/**
 * Entities of a scorecard that have no score in an environment, or one that was computed before `before` or by another version
 * of the definition; the oldest first.
 */
export async function dueEntities(
  knex: Knex,
  projection: CatalogProjection,
  request: {
    scorecard: string;
    environment: string;
    filter: FilterPredicate;
    definitionVersion: number;
    before: Date;
    limit: number;
  },
): Promise<DueEntity[]> {
  const query = knex({ e: projection.tables.entities })
    .leftJoin({ s: 'scores' }, join =>
      join
        .on('s.entity_ref', 'e.entity_ref')
        .andOn('s.tenant', 'e.tenant')
        .andOnVal('s.scorecard', request.scorecard)
        .andOnVal('s.environment', request.environment),
    )
    .select('e.entity_ref', 's.revision')
    .where(due =>
      due
        .whereNull('s.revision')
        .orWhere('s.evaluated_at', '<', request.before)
        .orWhereNot('s.definition_version', request.definitionVersion),
    )
    .orderByRaw('s.evaluated_at, e.entity_ref')
    .limit(request.limit);
  projection.whereMatching(query, request.filter, 'e.entity_ref');
  const rows: { entity_ref: string; revision: number | null }[] = await query;
  return rows.map(row => ({
    entityRef: row.entity_ref,
    revision: row.revision ?? 0,
  }));
}

/**
 * Removes scores that no longer stand for anything: of entities that are gone, are of another tenant now, or that the scorecard
 * is no longer for, and of environments no longer configured. Their history stays.
 *
 * @returns how many
 */
export async function removeObsoleteScores(
  knex: Knex,
  projection: CatalogProjection,
  request: {
    scorecard: string;
    environments: string[];
    filter: FilterPredicate;
  },
): Promise<number> {
  return await knex('scores')
    .where('scorecard', request.scorecard)
    .where(obsolete =>
      obsolete
        .whereNotIn('environment', request.environments)
        .orWhereNotIn('entity_ref', projection.matching(knex, request.filter))
        .orWhereNotExists(
          knex({ pt: projection.tables.entities })
            .select('pt.entity_ref')
            .whereRaw(
              'pt.entity_ref = scores.entity_ref and pt.tenant = scores.tenant',
            ),
        ),
    )
    .delete();
}
