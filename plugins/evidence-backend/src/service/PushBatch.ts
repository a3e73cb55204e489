import { isUnavailable } from '@maestro-conductor/backend-kit';
import {
  ItemError,
  RecordResult,
} from '@maestro-conductor/plugin-evidence-common';
import { EvidenceStore } from '../database/EvidenceStore';
import { AddedRecord, NewRecord } from '../database/operations/addRecords';
import { isItemError } from '../domain/itemError';

/** What waits at most to be kept together; one larger file is a batch of its own. */
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_RECORDS = 50;

/**
 * Keeps what one request pushes, many records in one transaction: what a transaction costs, above all the wait until it is on disk,
 * is shared. Nothing is answered before the transaction that holds it has ended.
 */
export class PushBatch {
  readonly #store: Pick<EvidenceStore, 'addRecord' | 'addRecords'>;
  readonly #results: RecordResult[] = [];
  #waiting: { index: number; item: NewRecord }[] = [];
  #bytes = 0;
  #index = 0;

  constructor(store: Pick<EvidenceStore, 'addRecord' | 'addRecords'>) {
    this.#store = store;
  }

  /** Takes the next item of the request: to be kept, or refused already. */
  async add(item: NewRecord | ItemError): Promise<void> {
    const index = this.#index;
    this.#index += 1;
    if (isItemError(item)) {
      this.#results[index] = { index, status: 'rejected', error: item };
      return;
    }
    const size = item.content.byteLength;
    if (
      this.#waiting.length === MOST_RECORDS ||
      this.#bytes + size > MOST_BYTES
    ) {
      await this.#keep();
    }
    this.#waiting.push({ index, item });
    this.#bytes += size;
  }

  /** Keeps what waits. @returns what became of each item, in the order in which they were added */
  async finish(): Promise<RecordResult[]> {
    await this.#keep();
    return this.#results;
  }

  async #keep(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#bytes = 0;
    const items = waiting.map(({ item }) => item);
    for (const [position, added] of (await this.#addAll(items)).entries()) {
      const { index } = waiting[position];
      this.#results[index] = { index, ...added };
    }
  }

  /** Where a transaction fails because of one record, the others are kept all the same before its error is thrown. */
  async #addAll(items: NewRecord[]): Promise<AddedRecord[]> {
    try {
      return await this.#store.addRecords(items);
    } catch (error) {
      if (items.length === 1 || isUnavailable(error)) {
        throw error;
      }
    }
    const added: AddedRecord[] = [];
    const errors: unknown[] = [];
    for (const item of items) {
      try {
        added.push(await this.#store.addRecord(item));
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) {
      throw errors[0];
    }
    return added;
  }
}
