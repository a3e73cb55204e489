import {
  GateDecision,
  ScoreHistoryPoint,
} from '@maestro-conductor/plugin-readiness-common';

/** The key of a score. */
export interface ScoreKey {
  tenant: string;
  scorecard: string;
  entityRef: string;
  environment: string;
}

/** Key columns. Row types never leave this folder. */
export interface KeyRow {
  tenant: string;
  scorecard: string;
  entity_ref: string;
  environment: string;
}

/** Reads a time: PostgreSQL answers with a Date, SQLite with milliseconds. */
export function toDate(value: Date | number | string): Date {
  return value instanceof Date ? value : new Date(value);
}

export function toKeyRow(key: ScoreKey): KeyRow {
  return {
    tenant: key.tenant,
    scorecard: key.scorecard,
    entity_ref: key.entityRef,
    environment: key.environment,
  };
}

export function fromKeyRow(row: KeyRow): ScoreKey {
  return {
    tenant: row.tenant,
    scorecard: row.scorecard,
    entityRef: row.entity_ref,
    environment: row.environment,
  };
}

/** The `result` column holds what this plugin wrote itself. */
export function parseDecision(result: string): GateDecision {
  return JSON.parse(result) as GateDecision;
}

export interface HistoryRow extends KeyRow {
  slot: string;
  at: Date | number | string;
  score: number | null;
  level: string | null;
  definition_version: number;
  threshold: number;
  points: string;
  verdicts: string | null;
  reconstructed: boolean | number;
}

export function toHistoryRow(
  key: ScoreKey,
  slot: string,
  point: ScoreHistoryPoint,
): HistoryRow {
  return { ...toKeyRow(key), slot, ...toPointColumns(point) };
}

/** What a point says, as columns. */
export function toPointColumns(
  point: ScoreHistoryPoint,
): Omit<HistoryRow, keyof KeyRow | 'slot'> {
  return {
    at: new Date(point.at),
    score: point.score ?? null,
    level: point.level ?? null,
    definition_version: point.definitionVersion,
    threshold: point.threshold,
    points: JSON.stringify(point.points),
    verdicts: point.verdicts ? JSON.stringify(point.verdicts) : null,
    reconstructed: point.reconstructed,
  };
}

export function fromHistoryRow(row: HistoryRow): ScoreHistoryPoint {
  return {
    at: toDate(row.at).toISOString(),
    ...(row.score !== null && { score: row.score }),
    ...(row.level !== null && { level: row.level }),
    definitionVersion: row.definition_version,
    threshold: row.threshold,
    points: JSON.parse(row.points) as Record<string, number>,
    ...(row.verdicts !== null && {
      verdicts: JSON.parse(row.verdicts) as ScoreHistoryPoint['verdicts'],
    }),
    reconstructed: Boolean(row.reconstructed),
  };
}
