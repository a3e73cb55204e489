import { randomUUID } from 'node:crypto';
import { FileHandle, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MemoryBudget } from './MemoryBudget';

/** Parts up to this size stay in memory where there is room. */
const SMALL_BYTES = 256 * 1024;

/** A part that was received whole. */
export type ReadPart = () => Promise<Buffer>;

/**
 * Keeps the parts of one request until it is worked off. Most reports are small: they stay in memory, as far as the budget that all
 * requests share has room. Others go to files in a folder that is made for the first of them.
 */
export class PartStore {
  readonly #directory: string;
  readonly #memory: MemoryBudget;
  #taken = 0;
  #folder: Promise<string> | undefined;
  readonly #running = new Set<Promise<ReadPart>>();

  constructor(options: { directory: string; memory: MemoryBudget }) {
    this.#directory = options.directory;
    this.#memory = options.memory;
  }

  /** Reads a part to its end; no more than a few pieces of a large one are in memory meanwhile. */
  async keep(pieces: AsyncIterable<Buffer>): Promise<ReadPart> {
    const running = this.#keep(pieces);
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Removes everything, as soon as nothing is being kept any more; nothing may be kept after it. */
  async dispose(): Promise<void> {
    await Promise.allSettled(this.#running);
    this.#memory.release(this.#taken);
    this.#taken = 0;
    if (this.#folder) {
      await rm(await this.#folder, { recursive: true, force: true });
    }
  }

  async #keep(pieces: AsyncIterable<Buffer>): Promise<ReadPart> {
    const held: Buffer[] = [];
    let bytes = 0;
    let spilled: { path: string; file: FileHandle } | undefined;
    try {
      for await (const piece of pieces) {
        bytes += piece.length;
        if (!spilled && bytes <= SMALL_BYTES && this.#take(piece.length)) {
          held.push(piece);
          continue;
        }
        spilled ??= await this.#create();
        // From where the last one ended.
        await spilled.file.writeFile(Buffer.concat([...held, piece]));
        this.#release(held.splice(0));
      }
    } finally {
      await spilled?.file.close();
    }
    if (spilled) {
      const { path } = spilled;
      return () => readFile(path);
    }
    // A copy of its own: the pieces are parts of larger buffers, which would stay as well.
    const content = Buffer.concat(held);
    return async () => content;
  }

  #take(bytes: number): boolean {
    const taken = this.#memory.take(bytes);
    this.#taken += taken ? bytes : 0;
    return taken;
  }

  #release(pieces: readonly Buffer[]): void {
    const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
    this.#memory.release(bytes);
    this.#taken -= bytes;
  }

  async #create(): Promise<{ path: string; file: FileHandle }> {
    this.#folder ??= mkdtemp(join(this.#directory, 'evidence-'));
    // The client's names never become names of files.
    const path = join(await this.#folder, randomUUID());
    return { path, file: await open(path, 'wx', 0o600) };
  }
}
