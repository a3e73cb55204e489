import { isUnavailable } from '@maestro-conductor/backend-kit';
import { setImmediate } from 'node:timers/promises';
import { EvidenceStore } from '../database/EvidenceStore';
import { AddedRecord, NewRecord } from '../database/operations/addRecords';
import { PushTraffic } from './PushTraffic';

type RecordStore = Pick<EvidenceStore, 'addRecord' | 'addRecords'>;

/** What goes into one transaction at most. */
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_RECORDS = 200;
/** More than this has a transaction of its own: others would wait for it longer than they save. */
const LARGEST_SHARED = 1024 * 1024;

/** How long a transaction waits for pushes that are on their way. */
const LONGEST_GATHERING_MS = 5;

interface Waiting {
  items: readonly NewRecord[];
  bytes: number;
  resolve(added: AddedRecord[]): void;
  reject(error: unknown): void;
}

/**
 * Keeps what several requests push at the same time in one transaction: while one is being written, the next ones gather. Each is
 * answered after the transaction that holds it has ended, and none suffers from what another one pushes.
 */
export class SharedCommits implements RecordStore {
  readonly #store: RecordStore;
  readonly #traffic: PushTraffic;
  #waiting: Waiting[] = [];
  #isWriting = false;
  /** Ends the waiting for more. */
  #onAllHere: (() => void) | undefined;

  constructor(store: RecordStore, traffic: PushTraffic) {
    this.#store = store;
    this.#traffic = traffic;
  }

  async addRecord(item: NewRecord): Promise<AddedRecord> {
    return this.#store.addRecord(item);
  }

  async addRecords(items: readonly NewRecord[]): Promise<AddedRecord[]> {
    const bytes = items.reduce((sum, item) => sum + item.content.byteLength, 0);
    if (items.length === 0 || bytes > LARGEST_SHARED) {
      return this.#store.addRecords(items);
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ items, bytes, resolve, reject });
      if (!this.#isWriting) void this.#writeAll();
      else if (this.#areAllHere()) this.#onAllHere?.();
    });
  }

  /** Never throws: whatever happens is told to those who wait for it. */
  async #writeAll(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      await this.#gather();
      await this.#write(this.#nextGroup());
    }
    this.#isWriting = false;
  }

  /** One transaction costs less than two: waits for the pushes that are still being received and read, but for no slow one. */
  async #gather(): Promise<void> {
    // Those of the last transaction are answered first.
    await setImmediate();
    if (this.#areAllHere()) return;
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, LONGEST_GATHERING_MS);
      this.#onAllHere = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#onAllHere = undefined;
  }

  #areAllHere(): boolean {
    return this.#waiting.length >= this.#traffic.running;
  }

  #nextGroup(): Waiting[] {
    let bytes = 0;
    let records = 0;
    const isFull = (next: Waiting) => {
      bytes += next.bytes;
      records += next.items.length;
      return bytes > MOST_BYTES || records > MOST_RECORDS;
    };
    const end = this.#waiting.findIndex(
      (next, index) => isFull(next) && index > 0,
    );
    return this.#waiting.splice(0, end < 0 ? this.#waiting.length : end);
  }

  async #write(group: readonly Waiting[]): Promise<void> {
    try {
      const added = await this.#store.addRecords(
        group.flatMap(({ items }) => items),
      );
      let start = 0;
      for (const { items, resolve } of group) {
        resolve(added.slice(start, start + items.length));
        start += items.length;
      }
    } catch (error) {
      if (group.length === 1 || isUnavailable(error)) {
        group.forEach(({ reject }) => reject(error));
      } else {
        await this.#writeApart(group);
      }
    }
  }

  /** After a transaction failed because of one of them. */
  async #writeApart(group: readonly Waiting[]): Promise<void> {
    for (const { items, resolve, reject } of group) {
      await this.#store.addRecords(items).then(resolve, reject);
    }
  }
}
