import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  CatalogProjection,
  EntityRestriction,
} from '@maestro-conductor/backend-kit';
import {
  Score,
  ScorecardDefinition,
  ScorePart,
} from '@maestro-conductor/plugin-readiness-common';
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

/** The same, with the parts that are wanted beside verdicts and values. */
export interface FindScoreTextsRequest extends FindScoresRequest {
  parts: readonly ScorePart[];
}

/** ScoreResults as UTF-8 JSON, by entity ref, and the versions that judged them. */
export interface FoundScoreTexts {
  texts: Map<string, Buffer>;
  definitions: ScorecardDefinition[];
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

async function definitionOf(source: FindScoresSource, row: MarkedRow) {
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

/** The versions that judged these rows, each once, by version. */
async function definitionsOf(
  source: FindScoresSource,
  rows: readonly MarkedRow[],
): Promise<ScorecardDefinition[]> {
  const judgedBy = new Map(rows.map(row => [row.definition_version, row]));
  const definitions = await Promise.all(
    [...judgedBy.values()].map(row => definitionOf(source, row)),
  );
  return definitions.sort((a, b) => a.version - b.version);
}

/** The rows as they are now, as far as they still belong to the same tenants. */
async function readMarked(
  knex: Knex,
  { scorecard, environment }: FindScoresRequest,
  marks: readonly MarkedRow[],
): Promise<ScoreRow[]> {
  if (marks.length === 0) return [];
  const tenants = new Map(marks.map(mark => [mark.entity_ref, mark.tenant]));
  const rows: ScoreRow[] = await knex('scores')
    .where({ scorecard, environment })
    .whereIn('entity_ref', [...tenants.keys()]);
  return rows.filter(row => row.tenant === tenants.get(row.entity_ref));
}

/** The same scores as text. What is wide is read only of those that were written since they were last asked for. */
export async function findScoreTexts(
  source: FindScoresSource,
  restriction: EntityRestriction,
  { parts, ...request }: FindScoreTextsRequest,
): Promise<FoundScoreTexts> {
  const marks = await findRows(source, restriction, {
    ...request,
    columns: MARK_COLUMNS,
  });
  const texts = new Map<string, Buffer>();
  for (const mark of marks) {
    const text = source.texts.get(mark, parts);
    if (text) texts.set(mark.entity_ref, text);
  }
  const held = marks.filter(mark => texts.has(mark.entity_ref));
  const changed = marks.filter(mark => !texts.has(mark.entity_ref));
  const rows = await readMarked(source.knex, request, changed);
  for (const [index, row] of rows.entries()) {
    if (index % TURN_CHUNK === TURN_CHUNK - 1) await nextTurn();
    const definition = await definitionOf(source, row);
    texts.set(row.entity_ref, source.texts.add(row, definition, parts));
  }
  return {
    texts,
    definitions: await definitionsOf(source, [...held, ...rows]),
  };
}
