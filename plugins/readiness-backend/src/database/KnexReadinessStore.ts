import { CatalogProjection } from '@maestro-conductor/backend-kit';
import { Knex } from 'knex';
import { definitionChanges } from './operations/definitionChanges';
import { dueEntities, removeObsoleteScores } from './operations/dueEntities';
import {
  insertDecision,
  listDecisions,
  readDecision,
} from './operations/gateDecisions';
import { latestDefinition } from './operations/latestDefinition';
import { listScores } from './operations/listScores';
import { readHistory } from './operations/readHistory';
import { readGroups, readServices } from './operations/readRollUp';
import { readScores } from './operations/readScores';
import {
  finishReconstruction,
  pendingReconstructions,
  requestReconstructions,
} from './operations/reconstructions';
import { registerDefinition } from './operations/registerDefinition';
import { saveScores } from './operations/saveScores';
import { ReadinessStore } from './ReadinessStore';

type Call<T extends keyof ReadinessStore> = Parameters<ReadinessStore[T]>;

/** The store in SQLite or PostgreSQL. */
export class KnexReadinessStore implements ReadinessStore {
  readonly #knex: Knex;
  readonly #projection: CatalogProjection;

  constructor(options: { knex: Knex; projection: CatalogProjection }) {
    this.#knex = options.knex;
    this.#projection = options.projection;
  }

  registerDefinition(...[content, now]: Call<'registerDefinition'>) {
    return registerDefinition(this.#knex, content, now);
  }

  latestDefinition(scorecard?: string) {
    return latestDefinition(this.#knex, scorecard);
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
    return readScores(this.#knex, keys);
  }

  saveScores(...[tx, scores]: Call<'saveScores'>) {
    return saveScores(tx, scores);
  }

  async removeScores(tx: Knex.Transaction, entityRefs: string[]) {
    await tx('scores').whereIn('entity_ref', entityRefs).delete();
  }

  async expireScores(tx: Knex.Transaction) {
    await tx('scores').update({ evaluated_at: new Date(0) });
  }

  dueEntities(...[request]: Call<'dueEntities'>) {
    return dueEntities(this.#knex, this.#projection, request);
  }

  removeObsoleteScores(...[request]: Call<'removeObsoleteScores'>) {
    return removeObsoleteScores(this.#knex, this.#projection, request);
  }

  readHistory(...[key, from]: Call<'readHistory'>) {
    return readHistory(this.#knex, key, from);
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
    return listScores(this.#knex, this.#projection, restriction, request);
  }

  readServices(...[restriction, request]: Call<'readServices'>) {
    return readServices(this.#knex, this.#projection, restriction, request);
  }

  readGroups(...[restriction]: Call<'readGroups'>) {
    return readGroups(this.#knex, this.#projection, restriction);
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
}
