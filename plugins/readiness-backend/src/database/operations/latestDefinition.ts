import { Knex } from 'knex';
import { ScorecardDefinition } from '@maestro-conductor/plugin-readiness-common';
import { ScorecardContent, toDefinition } from '../../domain/scorecardContent';

/** The definition that was in force last, of one scorecard or of any; undefined where there never was one. */
export async function latestDefinition(
  knex: Knex,
  scorecard?: string,
): Promise<ScorecardDefinition | undefined> {
  const query = knex('scorecard_versions')
    .select('version', 'content')
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'version', order: 'desc' },
    ])
    .first();
  if (scorecard !== undefined) {
    query.where({ scorecard }).clearOrder().orderBy('version', 'desc');
  }
  const row: { version: number; content: string } | undefined = await query;
  return row
    ? toDefinition(JSON.parse(row.content) as ScorecardContent, row.version)
    : undefined;
}
