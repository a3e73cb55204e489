import { InputError } from '@backstage/errors';
import { Knex } from 'knex';
import { insertValues } from '../lib/insertValues';
import { lockForTransaction } from '../lib/lockForTransaction';
import { FeedGoneError } from './FeedGoneError';
import { FeedChange, FeedPage, NewFeedChange } from './types';

const DEFAULT_LIMIT = 500;
const MAX_LIMIT = 1000;

interface FeedRow<TType extends string> {
  /** PostgreSQL gives bigints as text. */
  seq: number | string;
  tenant: string;
  entity_ref: string;
  type: TType;
  ref: string;
}

/**
 * The owner's side of a change feed: names of what changed, in the order of commits, written in the same transaction as
 * the data it tells about.
 *
 * @public
 */
export class ChangeFeed<TType extends string> {
  readonly #table: string;

  constructor(options: { table: string }) {
    this.#table = options.table;
  }

  /**
   * Appends changes in the order given. On PostgreSQL the transaction holds the feed's advisory lock from here to its
   * end, so that numbers are given in the order of commits and no reader passes a row that commits late. Call it as the
   * last step of the transaction: other writers of the same feed wait meanwhile.
   *
   * Throws where `tx` is not a transaction.
   */
  async append(
    tx: Knex.Transaction,
    changes: NewFeedChange<TType>[],
    now: Date,
  ): Promise<void> {
    if (!tx.isTransaction) {
      throw new Error(
        `Changes of ${
          this.#table
        } must be appended in the transaction of the data they tell about`,
      );
    }
    if (changes.length === 0) {
      return;
    }
    await lockForTransaction(tx, this.#table);
    await insertValues(
      tx,
      changes.map(change => ({
        tenant: change.tenant,
        entity_ref: change.entityRef,
        type: change.type,
        ref: change.ref,
        created_at: now,
      })),
      { table: this.#table, conflict: '' },
    );
  }

  /**
   * The changes after a position, oldest first; `limit` is 1 to 1,000, by default 500.
   *
   * Throws InputError for a position or limit out of range, and FeedGoneError where changes after the position are no
   * longer kept or the position lies beyond the end.
   */
  async read(
    knex: Knex,
    request: { after: number; limit?: number },
  ): Promise<FeedPage<TType>> {
    const { after, limit = DEFAULT_LIMIT } = request;
    if (!Number.isSafeInteger(after) || after < 0) {
      throw new InputError('after must be a whole number from 0 up');
    }
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
      throw new InputError(`limit must be a whole number, 1 to ${MAX_LIMIT}`);
    }
    const rows: FeedRow<TType>[] = await knex(this.#table)
      .select('seq', 'tenant', 'entity_ref', 'type', 'ref')
      .where('seq', '>', after)
      .orderBy('seq', 'asc')
      .limit(limit);
    // After the rows: what a purge takes in between is then told as gone, and not passed over.
    const { oldest, latest } = await this.#bounds(knex);
    if (after < oldest - 1 || after > latest) {
      throw new FeedGoneError(
        `Changes after ${after} cannot be told, the feed keeps ${oldest} to ${latest}; take a snapshot and go on from ${latest}`,
        { oldest, latest },
      );
    }
    const items = rows.map(toChange);
    return { items, next: items.at(-1)?.seq ?? after, oldest };
  }

  /**
   * The highest `seq` given so far, 0 where there is none. Read it before a snapshot: the snapshot then holds all up to
   * it, and perhaps some more that the feed tells again.
   */
  async latest(knex: Knex): Promise<number> {
    return (await this.#bounds(knex)).latest;
  }

  /**
   * Removes changes appended before a moment, and returns how many rows went. The newest of them stays, as the mark of where the
   * feed begins; so the highest `seq` is always known.
   */
  async purge(knex: Knex, olderThan: Date): Promise<number> {
    const newest = await knex(this.#table)
      .where('created_at', '<', olderThan)
      .max({ seq: 'seq' })
      .first();
    if (newest?.seq === undefined || newest.seq === null) {
      return 0;
    }
    return await knex(this.#table)
      .where('created_at', '<', olderThan)
      .where('seq', '<', newest.seq)
      .delete();
  }

  async #bounds(knex: Knex): Promise<{ oldest: number; latest: number }> {
    // Two subqueries: SQLite answers min and max from the key only where each stands alone.
    const row = await knex
      .select({
        oldest: knex(this.#table).min('seq'),
        latest: knex(this.#table).max('seq'),
      })
      .first();
    return {
      oldest: Math.max(1, Number(row?.oldest ?? 1)),
      latest: Number(row?.latest ?? 0),
    };
  }
}

function toChange<TType extends string>(
  row: FeedRow<TType>,
): FeedChange<TType> {
  return {
    seq: Number(row.seq),
    tenant: row.tenant,
    entityRef: row.entity_ref,
    type: row.type,
    ref: row.ref,
  };
}
