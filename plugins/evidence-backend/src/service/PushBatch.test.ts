import { newRecord } from '../__testUtils__/stores';
import { AddedRecord, NewRecord } from '../database/operations/addRecords';
import { itemError } from '../domain/itemError';
import { PushBatch } from './PushBatch';

const MIB = 1024 * 1024;

/** Remembers what went into which transaction; those that hold a record of one of these ids fail. */
function createStore(failing: Record<string, Error> = {}) {
  const transactions: string[][] = [];
  const addRecords = async (items: readonly NewRecord[]) => {
    transactions.push(items.map(({ record }) => record.id));
    return items.map(({ record }): AddedRecord => {
      if (failing[record.id]) throw failing[record.id];
      return { status: 'created', record, facts: 0 };
    });
  };
  const addRecord = async (one: NewRecord) => (await addRecords([one]))[0];
  return { transactions, addRecords, addRecord };
}

function item(id: string, bytes = 1): NewRecord {
  return newRecord(id, {
    observedAt: '2026-03-01T00:00:00.000Z',
    sha256: 'a'.repeat(64),
    content: Buffer.alloc(bytes),
  });
}

async function pushed(
  store: ReturnType<typeof createStore>,
  items: Parameters<PushBatch['add']>[0][],
) {
  const batch = new PushBatch(store);
  for (const next of items) await batch.add(next);
  return batch.finish();
}

describe('PushBatch', () => {
  it('keeps what fits together in one transaction and answers in order', async () => {
    const store = createStore();
    const refused = itemError('MissingFile', 'file', 'is missing');
    const results = await pushed(store, [item('a'), refused, item('b')]);
    expect(store.transactions).toEqual([['a', 'b']]);
    expect(results).toMatchObject([
      { index: 0, status: 'created', record: { id: 'a' } },
      { index: 1, status: 'rejected', error: refused },
      { index: 2, status: 'created', record: { id: 'b' } },
    ]);
  });

  it('holds no more than 4 MiB, or one larger file, and no more than 50 records', async () => {
    const store = createStore();
    await pushed(store, [
      item('a', 3 * MIB),
      item('b', MIB),
      item('c', 1),
      item('d', 9 * MIB),
      item('e', 1),
    ]);
    expect(store.transactions).toEqual([['a', 'b'], ['c'], ['d'], ['e']]);
    const many = createStore();
    const names = Array.from({ length: 101 }, (_, index) => `r${index}`);
    await pushed(
      many,
      names.map(name => item(name)),
    );
    expect(many.transactions.map(({ length }) => length)).toEqual([50, 50, 1]);
  });

  it('keeps the others one by one where one of them fails, and fails with its error', async () => {
    const store = createStore({ b: new Error('of b') });
    await expect(
      pushed(store, [item('a'), item('b'), item('c')]),
    ).rejects.toThrow('of b');
    expect(store.transactions).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
  });

  it('tries nothing one by one while the database is away', async () => {
    const away = Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
    const store = createStore({ a: away });
    await expect(pushed(store, [item('a'), item('b')])).rejects.toThrow('away');
    expect(store.transactions).toEqual([['a', 'b']]);
  });

  it('has nothing to keep where all was refused', async () => {
    const store = createStore();
    await pushed(store, [itemError('MissingFile', 'file', 'is missing')]);
    expect(store.transactions.flat()).toEqual([]);
  });
});
