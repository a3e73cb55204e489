import {
  reaches,
  Score,
  ScorecardDefinition,
} from '@maestro-conductor/plugin-readiness-common';
import { ServiceValues, serviceValues } from '../domain/serviceValues';
import { readResult, writeResult } from './resultColumn';
import { fromKeyRow, KeyRow, toDate } from './rows';

/** What a score says, as columns. */
export interface ScoreColumns {
  score: number | null;
  level: string | null;
  ready: boolean | number;
  definition_version: number;
  inputs_digest: string;
  /** JSON of ServiceValues. */
  dimension_values: string;
  /** See `resultColumn`. */
  result: string;
}

/** A row of `scores`. */
export interface ScoreRow extends KeyRow, ScoreColumns {
  evaluated_at: Date | number | string;
  first_evaluated_at: Date | number | string;
  revision: number;
}

/** Whether promotion is open by the threshold that the score was judged by. */
export function isReady({ score, threshold }: Score): boolean {
  return score !== undefined && reaches(score, threshold);
}

export function toScoreColumns(score: Score): ScoreColumns {
  return {
    score: score.score ?? null,
    level: score.level ?? null,
    ready: isReady(score),
    definition_version: score.definitionVersion,
    inputs_digest: score.inputsDigest,
    dimension_values: JSON.stringify(serviceValues(score)),
    result: writeResult(score),
  };
}

/** The score of a row, with the words and weights of the definition that judged it. */
export function fromScoreRow(
  row: ScoreRow,
  definition: ScorecardDefinition,
): Score {
  return {
    ...fromKeyRow(row),
    ...(row.score !== null && { score: row.score }),
    ...(row.level !== null && { level: row.level }),
    threshold: definition.threshold,
    dimensions: readResult(
      row.result,
      JSON.parse(row.dimension_values) as ServiceValues,
      definition,
    ),
    definitionVersion: row.definition_version,
    evaluatedAt: toDate(row.evaluated_at).toISOString(),
    inputsDigest: row.inputs_digest,
  };
}
