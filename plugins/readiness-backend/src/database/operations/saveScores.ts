import { setImmediate as nextTurn } from 'node:timers/promises';
import { Knex } from 'knex';
import { reaches, Score } from '@maestro-conductor/plugin-readiness-common';
import { historyPoint, isChange } from '../../domain/historyPoint';
import { serviceValues } from '../../domain/serviceValues';
import { utcDay } from '../../domain/utcDay';
import { HistoryRow, toHistoryRow, toKeyRow } from '../rows';
import { readScores, StoredScore } from './readScores';

/** A score to keep. */
export interface ScoreToSave {
  score: Score;
  /** Revision of the row it was computed beside, 0 for none: where the row moved on since, the score is dropped. Kept always where absent. */
  revision?: number;
}

/** Rows between two turns of the event loop: SQLite gives none by itself within a transaction. */
const TURN_CHUNK = 25;

const KEY = ['tenant', 'scorecard', 'entity_ref', 'environment'];

/** The point of a new score, where it is a change or the first of its UTC day. */
function historyRow(
  before: StoredScore | undefined,
  score: Score,
): HistoryRow[] {
  const point = historyPoint(score, false);
  const day = utcDay(new Date(score.evaluatedAt));
  if (isChange(before?.score, score)) {
    const slot = `change:${score.evaluatedAt}:${(before?.revision ?? 0) + 1}`;
    return [toHistoryRow(score, slot, point)];
  }
  return before && utcDay(new Date(before.score.evaluatedAt)) === day
    ? []
    : [toHistoryRow(score, `day:${day}`, point)];
}

function scoreColumns(score: Score) {
  return {
    score: score.score ?? null,
    level: score.level ?? null,
    ready: score.score !== undefined && reaches(score.score, score.threshold),
    definition_version: score.definitionVersion,
    evaluated_at: new Date(score.evaluatedAt),
    dimension_values: JSON.stringify(serviceValues(score)),
    result: JSON.stringify(score),
  };
}

/** Whether there was no row of the key. */
async function insertScore(
  tx: Knex.Transaction,
  score: Score,
): Promise<boolean> {
  const inserted = await tx('scores')
    .insert({
      ...toKeyRow(score),
      ...scoreColumns(score),
      first_evaluated_at: new Date(score.evaluatedAt),
      revision: 1,
    })
    .onConflict(KEY)
    .ignore()
    .returning('revision');
  return inserted.length > 0;
}

/**
 * Keeps scores, each with its point in the history: one for every change, and one for every UTC day without. A point that is there is never
 * rewritten. Call it in a transaction.
 *
 * @returns the scores that had no row before, for their days before now are still to be worked out
 */
export async function saveScores(
  tx: Knex.Transaction,
  scores: readonly ScoreToSave[],
): Promise<Score[]> {
  const first: Score[] = [];
  // In one order everywhere, so that two writers never wait for each other's rows.
  const ordered = [...scores].sort((a, b) =>
    a.score.entityRef < b.score.entityRef ? -1 : 1,
  );
  const known = await readScores(
    tx,
    ordered.map(({ score }) => score),
    { lock: true },
  );
  const history: HistoryRow[] = [];
  for (const [index, { score, revision }] of ordered.entries()) {
    if (index % TURN_CHUNK === TURN_CHUNK - 1) await nextTurn();
    const before = known.get(score);
    if (revision !== undefined && revision !== (before?.revision ?? 0)) {
      continue;
    }
    const inserted = !before && (await insertScore(tx, score));
    if (!inserted) {
      if (!before && revision === 0) continue;
      await tx('scores')
        .where(toKeyRow(score))
        .update({ ...scoreColumns(score), revision: tx.raw('revision + 1') });
    }
    if (inserted) first.push(score);
    history.push(...historyRow(before, score));
  }
  for (let i = 0; i < history.length; i += 100) {
    await tx('score_history')
      .insert(history.slice(i, i + 100))
      .onConflict([...KEY, 'slot'])
      .ignore();
  }
  return first;
}
