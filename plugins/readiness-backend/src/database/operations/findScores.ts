import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  CatalogProjection,
  EntityRestriction,
} from '@maestro-conductor/backend-kit';
import { Score } from '@maestro-conductor/plugin-readiness-common';
import { Knex } from 'knex';
import { DefinitionCache } from '../DefinitionCache';
import { fromScoreRow, ScoreRow } from '../scoreRows';
import { MARK_COLUMNS, MarkedRow, ScoreTexts } from '../ScoreTexts';
import { matchingScores } from './matchingScores';

/** Texts that are built between two turns of the event loop: about 3 ms. */
const TURN_CHUNK = 100;

/** The scores of some entities, 1,000 at most. */
export interface FindScoresRequest {
  scorecard: string;
  environment: string;
  entityRefs: readonly string[];
}

/** What is asked beside the request. */
export interface FindScoresSource {
  knex: Knex;
  projection: CatalogProjection;
  definitions: DefinitionCache;
  texts: ScoreTexts;
}

async function findRows<T extends MarkedRow>(
  { knex, projection }: FindScoresSource,
  restriction: EntityRestriction,
  request: FindScoresRequest & { columns: readonly string[] },
): Promise<T[]> {
  const { columns, entityRefs, ...selection } = request;
  const query = matchingScores(knex, projection, restriction, {
    ...selection,
    filter: {},
  });
  const rows = (await query
    .whereIn('s.entity_ref', entityRefs)
    .select(columns.map(column => `s.${column}`))) as T[];
  if (!restriction.unknownRule) return rows;
  const allowed = new Set(
    await restriction.filterPage(rows.map(row => row.entity_ref)),
  );
  return rows.filter(row => allowed.has(row.entity_ref));
}

async function definitionOf(source: FindScoresSource, row: ScoreRow) {
  return await source.definitions.get(source.knex, {
    scorecard: row.scorecard,
    version: row.definition_version,
  });
}

/** The kept scores of living entities that the reader may see, by entity ref, in one query. */
export async function findScores(
  source: FindScoresSource,
  restriction: EntityRestriction,
  request: FindScoresRequest,
): Promise<Map<string, Score>> {
  const rows = await findRows<ScoreRow>(source, restriction, {
    ...request,
    columns: ['*'],
  });
  const found = new Map<string, Score>();
  for (const row of rows) {
    found.set(
      row.entity_ref,
      fromScoreRow(row, await definitionOf(source, row)),
    );
  }
  return found;
}

/** The same scores, each as UTF-8 JSON. What is wide is read only of those that were written since they were last asked for. */
export async function findScoreTexts(
  source: FindScoresSource,
  restriction: EntityRestriction,
  request: FindScoresRequest,
): Promise<Map<string, Buffer>> {
  const { knex, texts } = source;
  const found = new Map<string, Buffer>();
  const changed: MarkedRow[] = [];
  const marks = await findRows(source, restriction, {
    ...request,
    columns: MARK_COLUMNS,
  });
  for (const mark of marks) {
    const text = texts.get(mark);
    if (text) found.set(mark.entity_ref, text);
    else changed.push(mark);
  }
  if (changed.length === 0) return found;
  const { scorecard, environment } = request;
  const tenants = new Map(changed.map(mark => [mark.entity_ref, mark.tenant]));
  const rows: ScoreRow[] = await knex('scores')
    .where({ scorecard, environment })
    .whereIn('entity_ref', [...tenants.keys()]);
  for (const [index, row] of rows.entries()) {
    if (index % TURN_CHUNK === TURN_CHUNK - 1) await nextTurn();
    if (row.tenant === tenants.get(row.entity_ref)) {
      found.set(
        row.entity_ref,
        texts.add(row, await definitionOf(source, row)),
      );
    }
  }
  return found;
}
