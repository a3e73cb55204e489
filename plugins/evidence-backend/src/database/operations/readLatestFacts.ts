import { Knex } from 'knex';
import { SequencedFact, selectFacts } from '../../domain/selectFacts';
import { rowToFact } from '../rows';
import { DbFactRow } from '../tables';

/** Whose latest facts to read: entities of one tenant. */
export interface LatestFactsQuery {
  tenant: string;
  entityRefs: string[];
  environment: string;
  names?: string[];
  commit?: string;
  /** Facts observed up to and including this moment. */
  asOf?: Date;
}

/**
 * One fact per entity and name, by the order of preference of `selectFacts`.
 *
 * Now is answered from `latest_facts`; a moment in the past, or a commit, from the history.
 */
export async function readLatestFacts(
  knex: Knex,
  query: LatestFactsQuery,
): Promise<SequencedFact[]> {
  const rows: DbFactRow[] = query.asOf
    ? await greatestInHistory(knex, query, { default_branch: true })
    : await currentFacts(knex, query);
  if (query.commit) {
    rows.push(
      ...(await greatestInHistory(knex, query, { commit: query.commit })),
    );
  }
  return selectFacts(rows.map(rowToFact), query);
}

async function currentFacts(
  knex: Knex,
  query: LatestFactsQuery,
): Promise<DbFactRow[]> {
  return knex('latest_facts')
    .join('facts', 'facts.seq', 'latest_facts.seq')
    .where('latest_facts.tenant', query.tenant)
    .whereIn('latest_facts.entity_ref', query.entityRefs)
    .whereIn('latest_facts.environment', [query.environment, ''])
    .modify(builder => {
      if (query.names) {
        builder.whereIn('latest_facts.name', query.names);
      }
    })
    .where('facts.retracted', false)
    .select('facts.*');
}

/** The greatest (observed_at, seq) of each entity, environment and name among the rows that match. */
async function greatestInHistory(
  knex: Knex,
  query: LatestFactsQuery,
  match: { default_branch: boolean } | { commit: string },
): Promise<DbFactRow[]> {
  const ranked = knex('facts')
    .where(match)
    .where('tenant', query.tenant)
    .whereIn('entity_ref', query.entityRefs)
    .whereIn('environment', [query.environment, ''])
    .modify(builder => {
      if (query.names) {
        builder.whereIn('name', query.names);
      }
      if (query.asOf) {
        builder.where('observed_at', '<=', query.asOf);
      }
    })
    .select(
      'facts.*',
      knex.raw(
        'row_number() over (partition by entity_ref, environment, name order by observed_at desc, seq desc) as place',
      ),
    );
  return knex
    .from(ranked.as('ranked'))
    .where({ place: 1, retracted: false })
    .select('*');
}
