import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  insertValues,
  isPostgres,
  whereOneOf,
} from '@maestro-conductor/backend-kit';
import { Knex } from 'knex';
import {
  Score,
  ScorecardDefinition,
} from '@maestro-conductor/plugin-readiness-common';
import {
  ComparableScore,
  isChange,
  verdictsText,
} from '../../domain/historyPoint';
import { ServiceValues } from '../../domain/serviceValues';
import { utcDay } from '../../domain/utcDay';
import { HistoryRow, KeyRow, ScoreKey, toDate, toKeyRow } from '../rows';
import { fromScoreRow, ScoreRow } from '../scoreRows';
import { toMeasuredPoint, toScoreRow, WrittenScore } from '../writtenScores';

/** A score to keep. */
export interface ScoreToSave {
  score: WrittenScore;
  /** Revision of the row it was computed beside, 0 for none: where the row moved on since, the score is dropped. Kept always where absent. */
  revision?: number;
}

/** What keeping some scores came to. */
export interface SavedScores {
  /** Those that had no row before: their days before now are still to be worked out. */
  first: ScoreKey[];
  /** Those that rose to ready, or fell from it: `ready` says what they are now. A first score crosses nothing. */
  crossed: { score: Score; ready: boolean; firstEvaluatedAt: Date }[];
  /** How many say something else than before. */
  changed: number;
}

/** What a crossing is told in the words of. */
interface SaveOptions {
  definitionOf(
    row: Pick<ScoreRow, 'scorecard' | 'definition_version'>,
  ): Promise<ScorecardDefinition>;
}

/** Rows of one statement: about 10 ms of work until the event loop has its turn. SQLite's work is part of that, PostgreSQL's is not. */
const CHUNK = { sqlite: 200, postgres: 500 };

const KEY = '"tenant", "scorecard", "entity_ref", "environment"';

const REPLACE = `on conflict (${KEY}) do update set ${[
  'score',
  'level',
  'ready',
  'definition_version',
  'inputs_digest',
  'dimension_values',
  'result',
  'evaluated_at',
  'revision',
]
  .map(column => `"${column}" = excluded."${column}"`)
  .join(', ')}`;

/** A score to write, beside the row that is there. */
interface Write {
  item: ScoreToSave;
  before: ScoreRow | undefined;
  row: ScoreRow;
}

function keyOf(key: ScoreKey): string {
  return [key.tenant, key.scorecard, key.entityRef, key.environment].join('\n');
}

function keyOfRow(row: KeyRow): string {
  return [row.tenant, row.scorecard, row.entity_ref, row.environment].join(
    '\n',
  );
}

/** The rows that are there. */
async function readRows(
  tx: Knex.Transaction,
  scores: readonly ScoreKey[],
): Promise<Map<string, ScoreRow>> {
  const distinct = (field: (score: ScoreKey) => string) => [
    ...new Set(scores.map(field)),
  ];
  const kept = tx('scores')
    .whereIn(
      'tenant',
      distinct(score => score.tenant),
    )
    .whereIn(
      'scorecard',
      distinct(score => score.scorecard),
    )
    .whereIn(
      'environment',
      distinct(score => score.environment),
    );
  const refs = distinct(score => score.entityRef);
  const rows: ScoreRow[] = await whereOneOf(tx, kept, 'entity_ref', refs);
  return new Map(rows.map(row => [keyOfRow(row), row]));
}

function says({ before, row }: Write): 'the same' | 'something else' {
  return before &&
    before.result === row.result &&
    before.inputs_digest === row.inputs_digest &&
    before.dimension_values === row.dimension_values &&
    before.definition_version === row.definition_version
    ? 'the same'
    : 'something else';
}

function comparable(row: ScoreRow): ComparableScore {
  return {
    inputsDigest: row.inputs_digest,
    definitionVersion: row.definition_version,
    level: row.level,
    verdicts: () => {
      const values = JSON.parse(row.dimension_values) as ServiceValues;
      return verdictsText(
        Object.entries(values).map(([name, [verdict]]) => [name, verdict]),
      );
    },
  };
}

/** The point of a new score, where it is a change or the first of its UTC day. */
function historyRow(write: Write): HistoryRow[] {
  const { item, before, row } = write;
  const { score } = item;
  const changed =
    says(write) === 'something else' &&
    isChange(before && comparable(before), comparable(row));
  const day = changed ? undefined : utcDay(toDate(row.evaluated_at));
  if (before && day && day === utcDay(toDate(before.evaluated_at))) return [];
  const slot = changed
    ? `change:${score.evaluatedAt}:${row.revision}`
    : `day:${day}`;
  return [toMeasuredPoint(score, slot)];
}

/** Counts up rows that say the same as before. */
async function touch(
  tx: Knex.Transaction,
  writes: readonly Write[],
): Promise<void> {
  const groups = new Map<string, Write[]>();
  for (const write of writes) {
    const { tenant, scorecard, environment, evaluatedAt } = write.item.score;
    const key = [tenant, scorecard, environment, evaluatedAt].join('\n');
    const list = groups.get(key);
    if (list) list.push(write);
    else groups.set(key, [write]);
  }
  for (const group of groups.values()) {
    const { entity_ref, ...shared } = toKeyRow(group[0].item.score);
    await whereOneOf(
      tx,
      tx('scores').where(shared),
      'entity_ref',
      group.map(({ row }) => row.entity_ref),
    ).update({
      evaluated_at: group[0].row.evaluated_at,
      revision: tx.raw('revision + 1'),
    });
  }
}

async function saveChunk(
  tx: Knex.Transaction,
  items: readonly ScoreToSave[],
  options: SaveOptions,
  saved: SavedScores,
): Promise<void> {
  const kept = await readRows(
    tx,
    items.map(({ score }) => score),
  );
  const writes = items.flatMap((item): Write[] => {
    const before = kept.get(keyOf(item.score));
    const current = before?.revision ?? 0;
    return item.revision === undefined || item.revision === current
      ? [{ item, before, row: toScoreRow(item.score, current + 1) }]
      : [];
  });
  const same = writes.filter(write => says(write) === 'the same');
  const differing = writes.filter(write => says(write) === 'something else');
  await touch(tx, same);
  await insertValues(
    tx,
    differing.map(({ row }) => row),
    { table: 'scores', conflict: REPLACE },
  );
  for (const { item, before, row } of differing) {
    if (!before) {
      saved.first.push(item.score);
    } else if (Boolean(before.ready) !== row.ready) {
      saved.crossed.push({
        score: fromScoreRow(row, await options.definitionOf(row)),
        ready: row.ready === true,
        firstEvaluatedAt: toDate(before.first_evaluated_at),
      });
    }
  }
  saved.changed += differing.length;
  await insertValues(tx, writes.flatMap(historyRow), {
    table: 'score_history',
    conflict: `on conflict (${KEY}, "slot") do nothing`,
  });
}

/**
 * Keeps scores, each with its point in the history: one for every change, and one for every UTC day without. A point that is there is never
 * rewritten. Call it in a transaction that is alone in writing scores until it ends: rows are written beside what was read.
 */
export async function saveScores(
  tx: Knex.Transaction,
  scores: readonly ScoreToSave[],
  options: SaveOptions,
): Promise<SavedScores> {
  const saved: SavedScores = { first: [], crossed: [], changed: 0 };
  const size = isPostgres(tx) ? CHUNK.postgres : CHUNK.sqlite;
  for (let i = 0; i < scores.length; i += size) {
    await saveChunk(tx, scores.slice(i, i + size), options, saved);
    await nextTurn();
  }
  return saved;
}
