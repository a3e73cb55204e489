import { TransitionLog } from '@maestro-conductor/backend-kit';
import { BurnEpisode } from '@maestro-conductor/plugin-slo-common';
import { Knex } from 'knex';
import { PushTarget } from '../domain/findTarget';
import {
  dueFacts,
  factsTold,
  pastDays,
  pastTold,
} from './operations/factStates';
import { dueObjectives, readSubjects } from './operations/readSubjects';
import { removeUndeclared } from './operations/removeUndeclared';
import { saveStates } from './operations/saveStates';
import { BurnRow, toBurnEpisode } from './stateRows';
import {
  DueFacts,
  EntityStates,
  EvaluatedSubject,
  PastDays,
  StateStore,
} from './StateStore';

/** Where conditions, that is burns that people are told of, are kept. */
export const CONDITIONS_TABLE = 'conditions';

/** @see StateStore */
export class KnexStateStore implements StateStore {
  readonly #knex: Knex;
  readonly #newId: () => string;
  readonly #log = new TransitionLog({ table: CONDITIONS_TABLE });

  constructor(options: { knex: Knex; newId(): string }) {
    this.#knex = options.knex;
    this.#newId = options.newId;
  }

  async dueObjectives(evaluatedBefore: Date): Promise<string[]> {
    return await dueObjectives(this.#knex, evaluatedBefore);
  }

  async readSubjects(ids: readonly string[]) {
    return await readSubjects(this.#knex, ids);
  }

  async findTargets(
    entityRef: string,
    environment: string,
  ): Promise<PushTarget[]> {
    const rows: { id: string; definition: string }[] = await this.#knex(
      'objectives',
    )
      .where({ entity_ref: entityRef, environment })
      .whereNull('removed_at')
      .orderBy('id')
      .select('id', 'definition');
    return rows.map(({ id, definition }) => ({
      id,
      entityRef,
      environment,
      definition: JSON.parse(definition),
    }));
  }

  async listIds(request: { after?: string; limit: number }): Promise<string[]> {
    const query = this.#knex('objectives').whereNull('removed_at');
    if (request.after !== undefined) query.where('id', '>', request.after);
    return await query.orderBy('id').limit(request.limit).pluck('id');
  }

  async saveStates(
    evaluated: readonly EvaluatedSubject[],
    now: Date,
  ): Promise<number> {
    const options = { log: this.#log, newId: this.#newId, now };
    return await this.#knex.transaction(tx =>
      saveStates(tx, evaluated, options),
    );
  }

  async removeUndeclared(now: Date): Promise<number> {
    return await this.#knex.transaction(tx => removeUndeclared(tx, now));
  }

  async readBurns(
    objectiveId: string,
    { since, limit }: { since: Date; limit: number },
  ): Promise<BurnEpisode[]> {
    const rows: BurnRow[] = await this.#knex('burns')
      .where('objective_id', objectiveId)
      .where(lately =>
        lately.whereNull('ended_at').orWhere('ended_at', '>=', since),
      )
      .orderBy('started_at', 'desc')
      .orderBy('row')
      .limit(limit);
    return rows.map(toBurnEpisode);
  }

  async dueFacts(request: DueFacts): Promise<EntityStates[]> {
    return await dueFacts(this.#knex, request);
  }

  async factsTold(told: readonly EntityStates[], now: Date): Promise<void> {
    await factsTold(this.#knex, told, now);
  }

  async pastDays(settledBefore: Date, limit: number): Promise<PastDays[]> {
    return await pastDays(this.#knex, settledBefore, limit);
  }

  async pastTold(told: PastDays): Promise<void> {
    await pastTold(this.#knex, told);
  }
}
