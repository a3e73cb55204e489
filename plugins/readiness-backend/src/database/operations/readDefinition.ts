import { Knex } from 'knex';
import { ScorecardDefinition } from '@maestro-conductor/plugin-readiness-common';
import { ScorecardContent, toDefinition } from '../../domain/scorecardContent';

/** A version of a scorecard's definition; undefined where there is none of that number. */
export async function readDefinition(
  knex: Knex,
  key: { scorecard: string; version: number },
): Promise<ScorecardDefinition | undefined> {
  const row: { content: string } | undefined = await knex('scorecard_versions')
    .select('content')
    .where(key)
    .first();
  return row
    ? toDefinition(JSON.parse(row.content) as ScorecardContent, key.version)
    : undefined;
}
