import { FilterPredicate } from '@backstage/filter-predicates';
import { CatalogProjection } from '@maestro-conductor/backend-kit';
import { Knex } from 'knex';

interface Row {
  entity_ref: string;
  tenant: string;
  /** JSON, where asked for. */
  entity?: string;
  revision: number | null;
}

/** An entity whose score is to be computed. */
export interface DueEntity {
  entityRef: string;
  tenant: string;
  /** Of the score that is there, 0 where there is none. */
  revision: number;
  /** The entity as JSON, where asked for. */
  text?: string;
}

/** Which entities of a scorecard to evaluate, in the order of their refs. */
export interface DueRequest {
  scorecard: string;
  environment: string;
  filter: FilterPredicate;
  /** Only those without a score, with one of before a moment, or with one of another version of the definition. All where absent. */
  due?: { definitionVersion: number; before: Date };
  /** Also read the entities: for scorecards that look at more than facts. */
  whole: boolean;
  /** The last ref of the page before. */
  after?: string;
  limit: number;
}

/** A page of the entities that a scorecard is for, each with the revision of its score in an environment. */
export async function dueEntities(
  knex: Knex,
  projection: CatalogProjection,
  request: DueRequest,
): Promise<DueEntity[]> {
  const { due, after = '' } = request;
  const query = knex({ e: projection.tables.entities })
    .leftJoin({ s: 'scores' }, join =>
      join
        .on('s.entity_ref', 'e.entity_ref')
        .andOn('s.tenant', 'e.tenant')
        .andOnVal('s.scorecard', request.scorecard)
        .andOnVal('s.environment', request.environment),
    )
    .select('e.entity_ref', 'e.tenant', 's.revision')
    .where('e.entity_ref', '>', after)
    .orderBy('e.entity_ref')
    .limit(request.limit);
  if (request.whole) query.select('e.entity');
  if (due) {
    query.where(either =>
      either
        .whereNull('s.revision')
        .orWhere('s.evaluated_at', '<', due.before)
        .orWhereNot('s.definition_version', due.definitionVersion),
    );
  }
  projection.whereMatching(query, request.filter, 'e.entity_ref');
  const rows: Row[] = await query;
  return rows.map(row => ({
    entityRef: row.entity_ref,
    tenant: row.tenant,
    revision: row.revision ?? 0,
    text: row.entity,
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
