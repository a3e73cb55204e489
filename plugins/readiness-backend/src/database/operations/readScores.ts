import { Knex } from 'knex';
import { Score } from '@maestro-conductor/plugin-readiness-common';
import { DefinitionCache } from '../DefinitionCache';
import { fromKeyRow, ScoreKey, toDate } from '../rows';
import { fromScoreRow, ScoreRow } from '../scoreRows';

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

/** The scores of these entities, as far as they are kept. Any number of keys. */
export async function readScores(
  knex: Knex,
  definitions: DefinitionCache,
  keys: readonly ScoreKey[],
): Promise<StoredScores> {
  const found = new StoredScores();
  for (let i = 0; i < keys.length; i += CHUNK) {
    const rows: ScoreRow[] = await knex('scores').whereIn(
      'entity_ref',
      keys.slice(i, i + CHUNK).map(({ entityRef }) => entityRef),
    );
    for (const row of rows) {
      const definition = await definitions.get(knex, {
        scorecard: row.scorecard,
        version: row.definition_version,
      });
      found.set(fromKeyRow(row), {
        score: fromScoreRow(row, definition),
        revision: row.revision,
        firstEvaluatedAt: toDate(row.first_evaluated_at),
      });
    }
  }
  return found;
}
