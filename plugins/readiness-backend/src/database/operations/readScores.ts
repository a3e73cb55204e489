import { Knex } from 'knex';
import { Score } from '@maestro-conductor/plugin-readiness-common';
import { KeyRow, parseScore, ScoreKey, toDate } from '../rows';

/** A score as it is kept. */
export interface StoredScore {
  score: Score;
  revision: number;
  firstEvaluatedAt: Date;
}

/** Scores by their key. */
export class StoredScores {
  private readonly byKey = new Map<string, StoredScore>();

  private static keyOf(key: ScoreKey): string {
    return JSON.stringify([
      key.tenant,
      key.scorecard,
      key.entityRef,
      key.environment,
    ]);
  }

  set(key: ScoreKey, stored: StoredScore) {
    this.byKey.set(StoredScores.keyOf(key), stored);
  }

  get(key: ScoreKey): StoredScore | undefined {
    return this.byKey.get(StoredScores.keyOf(key));
  }
}

const CHUNK = 200;

/**
 * The scores of these entities, as far as they are kept. Any number of keys.
 *
 * @param options - `lock`: keep others from writing the rows until the transaction ends (PostgreSQL; SQLite has one writer anyway)
 */
export async function readScores(
  knex: Knex,
  keys: readonly ScoreKey[],
  options?: { lock: boolean },
): Promise<StoredScores> {
  const found = new StoredScores();
  for (let i = 0; i < keys.length; i += CHUNK) {
    const chunk = keys.slice(i, i + CHUNK);
    const query = knex('scores')
      .select(
        'tenant',
        'scorecard',
        'entity_ref',
        'environment',
        'result',
        'revision',
        'first_evaluated_at',
      )
      .whereIn(
        'entity_ref',
        chunk.map(({ entityRef }) => entityRef),
      )
      .orderBy('entity_ref');
    const rows: (KeyRow & {
      result: string;
      revision: number;
      first_evaluated_at: Date | number;
    })[] = await (options?.lock ? query.forUpdate() : query);
    for (const row of rows) {
      const score = parseScore(row.result);
      found.set(score, {
        score,
        revision: row.revision,
        firstEvaluatedAt: toDate(row.first_evaluated_at),
      });
    }
  }
  return found;
}
