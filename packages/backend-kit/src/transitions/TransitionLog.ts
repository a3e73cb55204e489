import { setImmediate as nextTurn } from 'node:timers/promises';
import { Knex } from 'knex';
import { chunked } from '../lib/chunked';
import { isPostgres } from '../lib/isPostgres';
import { ConditionRow, conditionId, fromConditionRow } from './conditionRows';
import { NewTransition, Transition } from './types';

const CHUNK = 200;
/** Conditions between two turns of the event loop: SQLite gives none by itself within a transaction. */
const TURN_CHUNK = 25;
const SETTLED = { attempts: 0, claim: null, claimed_until: null };

/**
 * The states of a plugin's conditions, in its own database: written in the transaction of what caused them, and taken up from there by
 * `notifyTransitions`. The table is that of `createTransitionTable`.
 *
 * @public
 */
export class TransitionLog {
  readonly #table: string;

  constructor(options: { table: string }) {
    this.#table = options.table;
  }

  /**
   * Keeps what conditions there are. One that was never open is not kept as resolved, for nobody ever heard of it. Rows are locked in
   * the order of their ids, so that two writers never wait for each other; a later call in the same transaction must not go back.
   *
   * Throws where `tx` is not a transaction.
   *
   * @returns the ids of those whose state changed
   */
  async record(
    tx: Knex.Transaction,
    transitions: readonly NewTransition[],
    now: Date,
  ): Promise<string[]> {
    if (!tx.isTransaction) {
      throw new Error(
        `States of ${
          this.#table
        } must be recorded in the transaction of what caused them`,
      );
    }
    const byId = new Map(transitions.map(t => [conditionId(t), t]));
    const changed: string[] = [];
    for (const [index, id] of [...byId.keys()].sort().entries()) {
      if (index % TURN_CHUNK === TURN_CHUNK - 1) await nextTurn();
      const transition = byId.get(id)!;
      const differs =
        transition.state === 'open'
          ? await this.#open(tx, id, transition, now)
          : await this.#resolve(tx, id, transition, now);
      if (differs) changed.push(id);
    }
    return changed;
  }

  /** Forgets all conditions of entities, without a word to anybody: they are gone, or no longer concerned. */
  async forget(tx: Knex.Transaction, entityRefs: string[]): Promise<void> {
    for (const refs of chunked([...entityRefs].sort(), CHUNK)) {
      const ids: string[] = await tx(this.#table)
        .whereIn('entity_ref', refs)
        .orderBy('id')
        .forUpdate()
        .pluck('id');
      if (ids.length > 0) await tx(this.#table).whereIn('id', ids).delete();
    }
  }

  /**
   * Takes transitions that nobody was told of, oldest first, and keeps others from taking them until `until`. What went back to the state
   * that people know of is settled on the way, and not among them.
   */
  async claim(
    knex: Knex,
    request: {
      claim: string;
      now: Date;
      /** Those that wait since then or longer. */
      dueBefore: Date;
      until: Date;
      limit: number;
    },
  ): Promise<Transition[]> {
    const { claim, now, dueBefore, until, limit } = request;
    return await knex.transaction(async tx => {
      const query = tx<ConditionRow>(this.#table)
        .where('revision', '>', tx.ref('delivered_revision'))
        .where('next_attempt_at', '<=', dueBefore)
        .where(free =>
          free.whereNull('claim').orWhere('claimed_until', '<=', now),
        )
        .orderBy(['next_attempt_at', 'id'])
        .limit(limit);
      if (isPostgres(tx)) query.forUpdate().skipLocked();
      const rows = await query;
      const backAgain = rows.filter(row => row.state === row.delivered_state);
      const toTell = rows.filter(row => row.state !== row.delivered_state);
      for (const chunk of chunked(backAgain, CHUNK)) {
        await tx(this.#table)
          .whereIn(
            'id',
            chunk.map(({ id }) => id),
          )
          .update({ ...SETTLED, delivered_revision: tx.ref('revision') });
      }
      for (const chunk of chunked(toTell, CHUNK)) {
        await tx(this.#table)
          .whereIn(
            'id',
            chunk.map(({ id }) => id),
          )
          .update({ claim, claimed_until: until });
      }
      return toTell.map(fromConditionRow);
    });
  }

  /** People know of these now. A state that came since is still to be told. */
  async delivered(
    knex: Knex,
    claim: string,
    transitions: readonly Transition[],
  ): Promise<void> {
    for (const { id, revision, state } of transitions) {
      await knex(this.#table)
        .where({ id, claim })
        .update({
          ...SETTLED,
          delivered_revision: revision,
          delivered_state: state,
        });
    }
  }

  /** Gives up a claim: somebody, perhaps this replica, takes these up again at `nextAttempt`. */
  async release(
    knex: Knex,
    claim: string,
    transitions: readonly Transition[],
    next: { attempts: number; nextAttempt: Date },
  ): Promise<void> {
    for (const { id } of transitions) {
      await knex(this.#table).where({ id, claim }).update({
        claim: null,
        claimed_until: null,
        attempts: next.attempts,
        next_attempt_at: next.nextAttempt,
      });
    }
  }

  /** One statement, so that each row is locked in its turn, whether it was there or not. */
  async #open(
    tx: Knex.Transaction,
    id: string,
    transition: NewTransition,
    now: Date,
  ): Promise<boolean> {
    const { rule, tenant, entityRef, key, state, detail } = transition;
    const changed = await tx(this.#table)
      .insert({
        id,
        rule,
        tenant,
        entity_ref: entityRef,
        key,
        state,
        since: now,
        detail: JSON.stringify(detail),
        revision: 1,
        delivered_revision: 0,
        delivered_state: 'resolved',
        attempts: 0,
        next_attempt_at: now,
      })
      .onConflict('id')
      .merge(this.#change(tx, transition, now))
      .whereNot(`${this.#table}.state`, state)
      .returning('id');
    return changed.length > 0;
  }

  async #resolve(
    tx: Knex.Transaction,
    id: string,
    transition: NewTransition,
    now: Date,
  ): Promise<boolean> {
    const changed = await tx(this.#table)
      .where({ id })
      .whereNot({ state: transition.state })
      .update(this.#change(tx, transition, now));
    return changed > 0;
  }

  /** Where something is still to be told, the time since when it waits stays: who flaps does not put it off for ever. */
  #change(tx: Knex.Transaction, { state, detail }: NewTransition, now: Date) {
    const column = (name: string) => tx.ref(`${this.#table}.${name}`);
    return {
      state,
      since: now,
      detail: JSON.stringify(detail),
      revision: tx.raw('? + 1', [column('revision')]),
      next_attempt_at: tx.raw('case when ? > ? then ? else ? end', [
        column('revision'),
        column('delivered_revision'),
        column('next_attempt_at'),
        now,
      ]),
    };
  }
}
