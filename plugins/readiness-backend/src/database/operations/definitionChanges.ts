import { Knex } from 'knex';
import { ScoreHistory } from '@maestro-conductor/plugin-readiness-common';
import { toDate } from '../rows';

/** Where the rule changed within a range, oldest first. The first definition of all is no change. */
export async function definitionChanges(
  knex: Knex,
  request: { scorecard: string; from: Date },
): Promise<ScoreHistory['definitionChanges']> {
  const rows: {
    version: number;
    created_at: Date | number;
    summary: string;
  }[] = await knex('scorecard_versions')
    .select('version', 'created_at', 'summary')
    .where('scorecard', request.scorecard)
    .where('version', '>', 1)
    .where('created_at', '>=', request.from)
    .orderBy('version');
  return rows.map(row => ({
    version: row.version,
    at: toDate(row.created_at).toISOString(),
    summary: row.summary,
  }));
}
