import { Knex } from 'knex';

/** @public */
export interface FeedConsumerOptions<
  TChange extends { seq: number },
  TPrepared,
> {
  /** The database of both the cursor and what is derived. */
  knex: Knex;
  /** The table of `createCursorTable`. */
  table: string;
  /** Names the cursor. Consumers with the same name, in any replica, share the work. */
  name: string;
  /** Reads the feed. Rejects with an error named FeedGoneError or ChangesGoneError where a snapshot is needed. */
  fetch(request: {
    after: number;
    limit: number;
  }): Promise<{ items: TChange[]; next: number }>;
  /** Outside the transaction: reads and computes what is to be applied. Two replicas may do it for the same changes. */
  prepare(changes: TChange[]): Promise<TPrepared>;
  /** Inside the transaction that moves the cursor: for each change it takes effect exactly once. */
  apply(tx: Knex.Transaction, prepared: TPrepared): Promise<void>;
  /**
   * Called where the cursor was never set, or the feed no longer keeps what comes after it. Reads the feed's end first
   * (`position`), then everything.
   */
  snapshot(): Promise<{ prepared: TPrepared; position: number }>;
  /** Changes at once, by default 500. */
  limit?: number;
  /** The clock behind `updated_at`. */
  now?(): Date;
}

/**
 * What one round came to.
 *
 * - `applied`: changes or a snapshot took effect, and the cursor moved.
 * - `idle`: there was nothing new.
 * - `lost-race`: another consumer of this name moved the cursor first; nothing was done here.
 *
 * @public
 */
export interface FeedConsumerResult {
  /** Changes applied; 0 for a snapshot. */
  processed: number;
  /** Whether to ask again at once. False after a snapshot, so that a feed that is always gone is not asked in a hot loop. */
  more: boolean;
  outcome: 'applied' | 'idle' | 'lost-race';
}

/**
 * Follows a change feed, and keeps its place in the same transaction as what it derives.
 *
 * @public
 */
export class FeedConsumer<TChange extends { seq: number }, TPrepared> {
  readonly #options: FeedConsumerOptions<TChange, TPrepared>;
  readonly #limit: number;

  constructor(options: FeedConsumerOptions<TChange, TPrepared>) {
    this.#options = options;
    this.#limit = options.limit ?? 500;
  }

  /**
   * One page: reads at the cursor, prepares, then moves the cursor and applies in one transaction. Whatever throws on
   * the way is thrown on, and leaves cursor and data as they were.
   */
  async runOnce(): Promise<FeedConsumerResult> {
    const position = await this.#position();
    if (position === undefined) {
      return await this.#takeSnapshot(position);
    }
    let page;
    try {
      page = await this.#options.fetch({ after: position, limit: this.#limit });
    } catch (error) {
      if (isGone(error)) {
        return await this.#takeSnapshot(position);
      }
      throw error;
    }
    const { items, next } = page;
    if (next === position) {
      return { processed: 0, more: false, outcome: 'idle' };
    }
    const more = items.length >= this.#limit;
    const prepared =
      items.length > 0
        ? { value: await this.#options.prepare(items) }
        : undefined;
    const moved = await this.#commit(position, next, prepared);
    return moved
      ? { processed: items.length, more, outcome: 'applied' }
      : { processed: 0, more, outcome: 'lost-race' };
  }

  async #takeSnapshot(
    position: number | undefined,
  ): Promise<FeedConsumerResult> {
    const snapshot = await this.#options.snapshot();
    const moved = await this.#commit(position, snapshot.position, {
      value: snapshot.prepared,
    });
    return {
      processed: 0,
      more: false,
      outcome: moved ? 'applied' : 'lost-race',
    };
  }

  async #position(): Promise<number | undefined> {
    const row = await this.#options
      .knex(this.#options.table)
      .where({ name: this.#options.name })
      .first('position');
    return row && Number(row.position);
  }

  async #commit(
    from: number | undefined,
    to: number,
    prepared: { value: TPrepared } | undefined,
  ): Promise<boolean> {
    return await this.#options.knex.transaction(async tx => {
      if (!(await this.#move(tx, from, to))) {
        return false;
      }
      if (prepared) {
        await this.#options.apply(tx, prepared.value);
      }
      return true;
    });
  }

  /**
   * Compare and set. Taken first, it locks the cursor's row: another consumer waits here until this transaction ends,
   * and then finds the cursor moved.
   */
  async #move(
    tx: Knex.Transaction,
    from: number | undefined,
    to: number,
  ): Promise<boolean> {
    const { table, name, now = () => new Date() } = this.#options;
    if (from === undefined) {
      const inserted = await tx(table)
        .insert({ name, position: to, updated_at: now() })
        .onConflict('name')
        .ignore()
        .returning('name');
      return inserted.length === 1;
    }
    const updated = await tx(table)
      .where({ name, position: from })
      .update({ position: to, updated_at: now() });
    return updated === 1;
  }
}

function isGone(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'FeedGoneError' || error.name === 'ChangesGoneError')
  );
}
