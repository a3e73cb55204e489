import { Knex } from 'knex';
import { ScoreHistoryPoint } from '@maestro-conductor/plugin-readiness-common';
import { fromHistoryRow, HistoryRow, ScoreKey, toKeyRow } from '../rows';

/** Points of one answer at most: about twenty changes a day for 90 days. */
const MAX_POINTS = 2000;

/** The history of a score from a moment on, oldest first; of more than 2,000 points the latest. */
export async function readHistory(
  knex: Knex,
  key: ScoreKey,
  from: Date,
): Promise<ScoreHistoryPoint[]> {
  const rows: HistoryRow[] = await knex('score_history')
    .where(toKeyRow(key))
    .where('at', '>=', from)
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'slot', order: 'desc' },
    ])
    .limit(MAX_POINTS);
  return rows.map(fromHistoryRow).reverse();
}
