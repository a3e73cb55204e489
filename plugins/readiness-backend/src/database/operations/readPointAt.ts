import { Knex } from 'knex';
import { ScoreHistoryPoint } from '@maestro-conductor/plugin-readiness-common';
import { fromHistoryRow, HistoryRow, ScoreKey, toKeyRow } from '../rows';

/** The last point of a score's history at or before a moment; undefined where there is none. */
export async function readPointAt(
  knex: Knex,
  key: ScoreKey,
  moment: Date,
): Promise<ScoreHistoryPoint | undefined> {
  const row: HistoryRow | undefined = await knex('score_history')
    .where(toKeyRow(key))
    .where('at', '<=', moment)
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'slot', order: 'desc' },
    ])
    .first();
  return row && fromHistoryRow(row);
}
