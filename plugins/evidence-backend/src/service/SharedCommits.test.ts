import { TestDatabases } from '@backstage/backend-test-utils';
import { createStores, newRecord } from '../__testUtils__/stores';
import { AddedRecord, NewRecord } from '../database/operations/addRecords';
import { PushBatch } from './PushBatch';
import { PushTraffic } from './PushTraffic';
import { SharedCommits } from './SharedCommits';

jest.setTimeout(60_000);

const MIB = 1024 * 1024;

function item(id: string, bytes = 1): NewRecord {
  return newRecord(id, {
    observedAt: '2026-03-01T00:00:00.000Z',
    sha256: id.repeat(64).slice(0, 64),
    content: Buffer.alloc(bytes, id),
    values: { 'test.coverage.lines': 0.5 },
  });
}

/** Remembers what went into which transaction; those that hold a record of one of these ids fail. */
function createStore(failing: Record<string, Error> = {}) {
  const transactions: string[][] = [];
  let running = 0;
  const addRecords = async (items: readonly NewRecord[]) => {
    transactions.push(items.map(({ record }) => record.id));
    running += 1;
    expect(running).toBe(1);
    await new Promise(resolve => setImmediate(resolve));
    running -= 1;
    return items.map(({ record }): AddedRecord => {
      if (failing[record.id]) throw failing[record.id];
      return { status: 'created', record, facts: 1 };
    });
  };
  const addRecord = async (one: NewRecord) => (await addRecords([one]))[0];
  return { transactions, addRecords, addRecord };
}

/** Pushes at once, each as a request of its own. @returns the ids that were kept, or the message of the error, of each */
async function pushAtOnce(
  store: ConstructorParameters<typeof SharedCommits>[0],
  requests: NewRecord[][],
) {
  const traffic = new PushTraffic();
  const commits = new SharedCommits(store, traffic);
  return Promise.all(
    requests.map(items =>
      traffic
        .during(async () => {
          const batch = new PushBatch(commits);
          for (const next of items) await batch.add(next);
          return batch.finish();
        })
        .then(
          results => results.map(({ record }) => record?.id),
          (error: Error) => error.message,
        ),
    ),
  );
}

describe('SharedCommits', () => {
  it('keeps what comes at once in one transaction, and answers each with its own', async () => {
    const store = createStore();
    const answers = await pushAtOnce(store, [
      [item('a'), item('b')],
      [item('c')],
      [item('d'), item('e')],
    ]);
    expect(answers).toEqual([['a', 'b'], ['c'], ['d', 'e']]);
    expect(store.transactions.map(ids => ids.sort())).toEqual([
      ['a', 'b', 'c', 'd', 'e'],
    ]);
  });

  it('waits for a push that is on its way, but not for a slow one', async () => {
    const store = createStore();
    const traffic = new PushTraffic();
    const commits = new SharedCommits(store, traffic);
    let arrive = () => {};
    const arrived = new Promise<void>(resolve => {
      arrive = resolve;
    });
    const slow = traffic.during(async () => {
      await arrived;
      return commits.addRecords([item('c')]);
    });
    const late = traffic.during(async () => {
      await new Promise(resolve => setImmediate(resolve));
      return commits.addRecords([item('b')]);
    });
    const first = traffic.during(() => commits.addRecords([item('a')]));
    await Promise.all([first, late]);
    arrive();
    await slow;
    expect(store.transactions).toEqual([['a', 'b'], ['c']]);
  });

  it('lets none suffer from another: those of a failed transaction are kept request by request', async () => {
    const store = createStore({ b: new Error('of b') });
    const answers = await pushAtOnce(store, [
      [item('a'), item('b')],
      [item('c')],
    ]);
    expect(answers).toEqual(['of b', ['c']]);
    const [together, ...apart] = store.transactions;
    expect(together.sort()).toEqual(['a', 'b', 'c']);
    expect(apart.sort()).toEqual([['a'], ['a', 'b'], ['b'], ['c']]);
  });

  it('tells all of them at once that the database is away', async () => {
    const away = Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
    const store = createStore({ a: away });
    expect(await pushAtOnce(store, [[item('a')], [item('b')]])).toEqual([
      'away',
      'away',
    ]);
    expect(store.transactions).toEqual([['a', 'b']]);
  });

  it('puts at most 4 MiB and 200 records together', async () => {
    const store = createStore();
    const names = Array.from({ length: 6 }, (_, index) => `${index}`);
    await pushAtOnce(
      store,
      names.map(name => [item(name, MIB)]),
    );
    expect(store.transactions.map(({ length }) => length)).toEqual([4, 2]);
    const many = createStore();
    await pushAtOnce(
      many,
      names.map(name =>
        Array.from({ length: 50 }, (_, index) => item(`${name}.${index}`)),
      ),
    );
    expect(many.transactions.map(({ length }) => length)).toEqual([200, 100]);
  });
});

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('SharedCommits on %p', id => {
  it('keeps all records of two requests at once but the bad one, each of them whole', async () => {
    const { store, knex } = await createStores(databases, id);
    const bad = item('b');
    bad.facts[0].name = null as never;
    const [first, second] = await pushAtOnce(store, [
      [item('a'), bad],
      [item('c'), item('d')],
    ]);
    expect(first).toMatch(/null/i);
    expect(second).toEqual(['c', 'd']);
    const kept = await knex('records').orderBy('id').pluck('id');
    expect(kept).toEqual(['a', 'c', 'd']);
    const facts = await knex('facts').orderBy('record_id').pluck('record_id');
    expect(facts).toEqual(['a', 'c', 'd']);
    expect(await knex('blob_chunks')).toHaveLength(3);
    const { items } = await store.readChanges({ after: 0 });
    expect(
      items.flatMap(({ type, ref }) => (type === 'record' ? [ref] : [])).sort(),
    ).toEqual(['a', 'c', 'd']);
  });

  it('makes one record of the same one that two requests push at once', async () => {
    const { store, knex } = await createStores(databases, id);
    const same = { sha256: 'a'.repeat(64), content: Buffer.from('a') };
    const observedAt = '2026-03-01T00:00:00.000Z';
    const answers = await pushAtOnce(store, [
      [newRecord('x', { observedAt, ...same })],
      [newRecord('y', { observedAt, ...same })],
    ]);
    expect(answers).toEqual([['x'], ['x']]);
    expect(await knex('records')).toHaveLength(1);
  });
});
