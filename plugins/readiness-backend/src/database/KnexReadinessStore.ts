import {
  CatalogProjection,
  lockForTransaction,
  TransitionLog,
} from '@maestro-conductor/backend-kit';
import { Knex } from 'knex';
import { DefinitionCache } from './DefinitionCache';
import { countFacets } from './operations/countFacets';
import { definitionChanges } from './operations/definitionChanges';
import { dueEntities, removeObsoleteScores } from './operations/dueEntities';
import {
  insertDecision,
  listDecisions,
  readDecision,
} from './operations/gateDecisions';
import { findScores, findScoreTexts } from './operations/findScores';
import { latestDefinition } from './operations/latestDefinition';
import { listScores } from './operations/listScores';
import { readDefinition } from './operations/readDefinition';
import { readHistory } from './operations/readHistory';
import { readPointAt } from './operations/readPointAt';
import { readRevision } from './operations/readRevision';
import {
  readGroups,
  readServices,
  readVisibleRefs,
} from './operations/readRollUp';
import { readScores } from './operations/readScores';
import {
  finishReconstruction,
  pendingReconstructions,
  requestReconstructions,
} from './operations/reconstructions';
import { registerDefinition } from './operations/registerDefinition';
import {
  forgetObsoleteThresholds,
  recordThresholds,
} from './operations/recordThresholds';
import { saveScores } from './operations/saveScores';
import { ReadinessStore } from './ReadinessStore';
import { ScoreTexts } from './ScoreTexts';
import { writeScore } from './writtenScores';

type Call<T extends keyof ReadinessStore> = Parameters<ReadinessStore[T]>;

/** Where the conditions that owners are told of are kept. */
export const CONDITIONS_TABLE = 'conditions';

/** The store in SQLite or PostgreSQL. */
export class KnexReadinessStore implements ReadinessStore {
  readonly #knex: Knex;
  readonly #projection: CatalogProjection;
  readonly #definitions = new DefinitionCache();
  readonly #texts = new ScoreTexts();
  readonly #conditions = new TransitionLog({ table: CONDITIONS_TABLE });

  constructor(options: { knex: Knex; projection: CatalogProjection }) {
    this.#knex = options.knex;
    this.#projection = options.projection;
  }

  registerDefinition(...[content, now]: Call<'registerDefinition'>) {
    // The words of a version may be others from now on.
    this.#definitions.clear();
    this.#texts.clear();
    return registerDefinition(this.#knex, content, now);
  }

  latestDefinition(scorecard?: string) {
    return latestDefinition(this.#knex, scorecard);
  }

  readDefinition(...[key]: Call<'readDefinition'>) {
    return readDefinition(this.#knex, key);
  }

  definitionChanges(...[request]: Call<'definitionChanges'>) {
    return definitionChanges(this.#knex, request);
  }

  transaction<T>(work: (tx: Knex.Transaction) => Promise<T>): Promise<T> {
    return this.#knex.transaction(work);
  }

  readEntities(entityRefs: string[]) {
    return this.#projection.get(this.#knex, entityRefs);
  }

  readScores(...[keys]: Call<'readScores'>) {
    return readScores(this.#knex, this.#definitions, keys);
  }

  findScores(...[restriction, request]: Call<'findScores'>) {
    return findScores(this.#source, restriction, request);
  }

  findScoreTexts(...[restriction, request]: Call<'findScoreTexts'>) {
    return findScoreTexts(this.#source, restriction, request);
  }

  saveScores(...[tx, scores]: Call<'saveScores'>) {
    return this.saveWrittenScores(
      tx,
      scores.map(({ score, revision }) => ({
        score: writeScore(score),
        revision,
      })),
    );
  }

  async saveWrittenScores(...[tx, scores]: Call<'saveWrittenScores'>) {
    await this.#oneWriter(tx);
    const saved = await saveScores(tx, scores, {
      definitionOf: ({ scorecard, definition_version: version }) =>
        this.#definitions.get(tx, { scorecard, version }),
    });
    await recordThresholds(tx, this.#conditions, saved);
    return saved;
  }

  async removeScores(tx: Knex.Transaction, entityRefs: string[]) {
    if (entityRefs.length === 0) return;
    await this.#oneWriter(tx);
    await tx('scores').whereIn('entity_ref', entityRefs).delete();
    await this.#conditions.forget(tx, entityRefs);
  }

  forgetObsoleteThresholds() {
    return this.#knex.transaction(async tx => {
      await this.#oneWriter(tx);
      return await forgetObsoleteThresholds(tx);
    });
  }

  async expireScores(tx: Knex.Transaction) {
    await this.#oneWriter(tx);
    await tx('scores').update({ evaluated_at: new Date(0) });
  }

  dueEntities(...[request]: Call<'dueEntities'>) {
    return dueEntities(this.#knex, this.#projection, request);
  }

  removeObsoleteScores(...[request]: Call<'removeObsoleteScores'>) {
    return this.#knex.transaction(async tx => {
      await this.#oneWriter(tx);
      return await removeObsoleteScores(tx, this.#projection, request);
    });
  }

  readHistory(...[key, from]: Call<'readHistory'>) {
    return readHistory(this.#knex, key, from);
  }

  readPointAt(...[key, moment]: Call<'readPointAt'>) {
    return readPointAt(this.#knex, key, moment);
  }

  requestReconstructions(...[tx, keys, now]: Call<'requestReconstructions'>) {
    return requestReconstructions(tx, keys, now);
  }

  pendingReconstructions(limit: number) {
    return pendingReconstructions(this.#knex, limit);
  }

  finishReconstruction(
    ...[tx, reconstruction, points]: Call<'finishReconstruction'>
  ) {
    return finishReconstruction(tx, reconstruction, points);
  }

  listScores(...[restriction, request]: Call<'listScores'>) {
    return listScores(
      this.#knex,
      this.#projection,
      this.#definitions,
      restriction,
      request,
    );
  }

  countFacets(...[restriction, selection]: Call<'countFacets'>) {
    return countFacets(this.#knex, this.#projection, restriction, selection);
  }

  readRevision(...[request]: Call<'readRevision'>) {
    return readRevision(this.#knex, request);
  }

  readServices(...[request]: Call<'readServices'>) {
    return readServices(this.#knex, this.#projection, request);
  }

  readGroups() {
    return readGroups(this.#knex, this.#projection);
  }

  readVisibleRefs(...[restriction, filter]: Call<'readVisibleRefs'>) {
    return readVisibleRefs(this.#knex, this.#projection, restriction, filter);
  }

  insertDecision(...[decision]: Call<'insertDecision'>) {
    return insertDecision(this.#knex, decision);
  }

  readDecision(id: string) {
    return readDecision(this.#knex, id);
  }

  listDecisions(...[request]: Call<'listDecisions'>) {
    return listDecisions(this.#knex, request);
  }

  get #source() {
    return {
      knex: this.#knex,
      projection: this.#projection,
      definitions: this.#definitions,
      texts: this.#texts,
    };
  }

  /**
   * Who writes scores does so alone until the transaction ends: follower, re-evaluation and evaluation on demand touch the same rows, old and new
   * ones, in orders that nobody could keep equal, and would wait for each other in a circle.
   */
  async #oneWriter(tx: Knex.Transaction) {
    await lockForTransaction(tx, 'scores');
  }
}
