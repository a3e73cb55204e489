import { Score } from '@maestro-conductor/plugin-readiness-common';
import { historyPoint } from '../domain/historyPoint';
import { HistoryRow, ScoreKey, toPointColumns } from './rows';
import { ScoreColumns, ScoreRow, toScoreColumns } from './scoreRows';

/**
 * A score in the words that the database takes: plain data, for it takes longer to write these than to judge, and another thread may have
 * done it.
 */
export interface WrittenScore extends ScoreKey {
  /** ISO 8601. */
  evaluatedAt: string;
  columns: ScoreColumns;
  /** Of its point in the history, what the columns do not say. */
  point: Pick<HistoryRow, 'threshold' | 'points' | 'verdicts'>;
}

export function writeScore(score: Score): WrittenScore {
  const { tenant, scorecard, entityRef, environment, evaluatedAt } = score;
  const { threshold, points, verdicts } = toPointColumns(
    historyPoint(score, false),
  );
  return {
    tenant,
    scorecard,
    entityRef,
    environment,
    evaluatedAt,
    columns: toScoreColumns(score),
    point: { threshold, points, verdicts },
  };
}

/**
 * The row of a score that is written for the `revision`th time. Field by field, as below: spreading takes several times as long, and there
 * are thousands.
 */
export function toScoreRow(score: WrittenScore, revision: number): ScoreRow {
  const { columns } = score;
  const evaluatedAt = new Date(score.evaluatedAt);
  return {
    tenant: score.tenant,
    scorecard: score.scorecard,
    entity_ref: score.entityRef,
    environment: score.environment,
    score: columns.score,
    level: columns.level,
    ready: columns.ready,
    definition_version: columns.definition_version,
    inputs_digest: columns.inputs_digest,
    dimension_values: columns.dimension_values,
    result: columns.result,
    evaluated_at: evaluatedAt,
    first_evaluated_at: evaluatedAt,
    revision,
  };
}

/** Its point in the history. */
export function toMeasuredPoint(score: WrittenScore, slot: string): HistoryRow {
  const { columns, point } = score;
  return {
    tenant: score.tenant,
    scorecard: score.scorecard,
    entity_ref: score.entityRef,
    environment: score.environment,
    slot,
    at: new Date(score.evaluatedAt),
    score: columns.score,
    level: columns.level,
    definition_version: columns.definition_version,
    threshold: point.threshold,
    points: point.points,
    verdicts: point.verdicts,
    reconstructed: false,
  };
}
