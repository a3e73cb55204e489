import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryBudget } from './MemoryBudget';
import { PartStore } from './PartStore';

const KIB = 1024;

async function* pieces(...sizes: number[]): AsyncGenerator<Buffer> {
  for (const [index, size] of sizes.entries()) {
    yield Buffer.alloc(size, String(index));
  }
}

async function contentOf(...sizes: number[]): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces(...sizes)) all.push(piece);
  return Buffer.concat(all);
}

describe('PartStore', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'part-store-test-'));
  });

  afterEach(() => rm(directory, { recursive: true, force: true }));

  it.each([
    ['nothing', []],
    ['a small part', [3, 20 * KIB]],
    ['just 256 KiB', [128 * KIB, 128 * KIB]],
  ])('holds %s in memory', async (_, sizes) => {
    const memory = new MemoryBudget(1024 * KIB);
    const store = new PartStore({ directory, memory });
    const read = await store.keep(pieces(...sizes));
    expect(await readdir(directory)).toEqual([]);
    expect((await read()).equals(await contentOf(...sizes))).toBe(true);
    await store.dispose();
    expect(memory.take(1024 * KIB)).toBe(true);
  });

  it('puts a larger part into a file, whole and in order, and gives back its memory', async () => {
    const sizes = [200 * KIB, 60 * KIB, 1, 300 * KIB];
    const memory = new MemoryBudget(1024 * KIB);
    const store = new PartStore({ directory, memory });
    const read = await store.keep(pieces(...sizes));
    expect(memory.take(1024 * KIB)).toBe(true);
    expect((await read()).equals(await contentOf(...sizes))).toBe(true);
    expect(await readdir(directory)).toHaveLength(1);
    await store.dispose();
    expect(await readdir(directory)).toEqual([]);
  });

  it('puts small parts into files where other requests have taken the memory', async () => {
    const memory = new MemoryBudget(30 * KIB);
    const one = new PartStore({ directory, memory });
    const other = new PartStore({ directory, memory });
    await one.keep(pieces(20 * KIB));
    const read = await other.keep(pieces(5 * KIB, 15 * KIB));
    expect(await readdir(directory)).toHaveLength(1);
    const content = await contentOf(5 * KIB, 15 * KIB);
    expect((await read()).equals(content)).toBe(true);
    await one.dispose();
    await other.dispose();
    expect(await readdir(directory)).toEqual([]);
    expect(memory.take(30 * KIB)).toBe(true);
  });

  it('leaves nothing of a part that breaks off, in memory or on disk', async () => {
    async function* broken() {
      yield* pieces(20 * KIB, 300 * KIB);
      throw new Error('gone');
    }
    const memory = new MemoryBudget(1024 * KIB);
    const store = new PartStore({ directory, memory });
    await store.keep(pieces(20 * KIB));
    const outcome = store.keep(broken()).catch(error => error.message);
    // Waits for what is being kept.
    await store.dispose();
    expect(await readdir(directory)).toEqual([]);
    expect(await outcome).toBe('gone');
    expect(memory.take(1024 * KIB)).toBe(true);
  });
});
