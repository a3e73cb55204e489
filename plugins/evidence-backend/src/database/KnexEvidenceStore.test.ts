import { TestDatabases } from '@backstage/backend-test-utils';
import { createStores, newRecord } from '../__testUtils__/stores';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const GATEWAY = {
  tenant: 'default',
  entityRefs: ['component:default/gateway'],
  environment: 'production',
};

describe.each(databases.eachSupportedId())('KnexEvidenceStore on %p', id => {
  it('keeps bytes in pieces of 1 MiB, once for equal content', async () => {
    const { store, knex } = await createStores(databases, id);
    const content = Buffer.alloc(2 * 1024 * 1024 + 5, 'x');
    const at = '2026-03-01T00:00:00.000Z';
    const sha256 = 'f'.repeat(64);
    await store.addRecord(
      newRecord('one', { observedAt: at, content, sha256 }),
    );
    await store.addRecord(
      newRecord('two', { observedAt: at, content, sha256, commit: 'abc1234' }),
    );
    expect(await knex('blobs')).toHaveLength(1);
    expect(await knex('blob_chunks')).toHaveLength(3);
    const pieces: Buffer[] = [];
    for await (const piece of (await store.readBlob(sha256))!) {
      pieces.push(piece);
    }
    expect(pieces.map(piece => piece.length)).toEqual([1048576, 1048576, 5]);
    expect(Buffer.concat(pieces).equals(content)).toBe(true);
    expect(await store.readBlob('none')).toBeUndefined();
  }, 60_000);

  it('leaves nothing of an item that fails half-way', async () => {
    const { store, knex } = await createStores(databases, id);
    const item = newRecord('one', {
      observedAt: '2026-03-01T00:00:00.000Z',
      values: { 'test.coverage.lines': 0.5 },
    });
    item.facts.push({ ...item.facts[0], name: null as never });
    await expect(store.addRecord(item)).rejects.toThrow();
    for (const table of ['records', 'blobs', 'blob_chunks', 'facts']) {
      expect(await knex(table)).toEqual([]);
    }
    expect((await store.readChanges({ after: 0 })).items).toEqual([]);
  }, 60_000);

  it('makes one record of the same push at the same time', async () => {
    const { store, knex } = await createStores(databases, id);
    const at = '2026-03-01T00:00:00.000Z';
    const values = { 'test.coverage.lines': 0.5, 'test.total': 3 };
    const results = await Promise.all(
      ['one', 'two', 'three', 'four'].map(name =>
        store.addRecord(
          newRecord(name, { observedAt: at, sha256: 'a'.repeat(64), values }),
        ),
      ),
    );
    const created = results.filter(({ status }) => status === 'created');
    expect(created).toHaveLength(1);
    expect(new Set(results.map(({ record }) => record.id)).size).toBe(1);
    expect(results.map(({ facts }) => facts)).toEqual([2, 2, 2, 2]);
    expect(await knex('facts')).toHaveLength(2);
  }, 60_000);

  it('keeps the latest by (observedAt, seq), whatever the order of arrival', async () => {
    const { store } = await createStores(databases, id);
    const push = (name: string, day: number, value: number) =>
      store.addRecord(
        newRecord(name, {
          observedAt: `2026-03-0${day}T00:00:00.000Z`,
          receivedAt: '2026-03-05T00:00:00.000Z',
          values: { 'test.coverage.lines': value },
        }),
      );
    await push('b', 4, 0.4);
    await push('a', 2, 0.2);
    expect(await store.readLatestFacts(GATEWAY)).toMatchObject([
      { value: 0.4, recordId: 'b' },
    ]);
    await push('c', 4, 0.5);
    expect(await store.readLatestFacts(GATEWAY)).toMatchObject([
      { value: 0.5 },
    ]);
    expect(
      await store.readLatestFacts({
        ...GATEWAY,
        asOf: new Date('2026-03-03T00:00:00Z'),
      }),
    ).toMatchObject([{ value: 0.2 }]);
    expect(
      await store.readLatestFacts({
        ...GATEWAY,
        asOf: new Date('2026-03-01T00:00:00Z'),
      }),
    ).toEqual([]);

    const history = await store.readFactHistory({
      tenant: 'default',
      entityRef: 'component:default/gateway',
      environment: 'production',
      names: ['test.coverage.lines'],
      from: new Date('2026-03-03T00:00:00Z'),
      to: new Date('2026-03-05T00:00:00Z'),
    });
    expect(history.map(({ value }) => value)).toEqual([0.2, 0.4, 0.5]);

    const { items } = await store.readChanges({ after: 0 });
    expect(items.map(({ type }) => type)).toEqual([
      'facts',
      'record',
      'facts-backdated',
      'record',
      'facts',
      'record',
    ]);
  }, 60_000);

  it('lets many write about one entity at once, and its feed skips none', async () => {
    const { store } = await createStores(databases, id);
    const pushes = Array.from({ length: 24 }, (_, index) =>
      store.addRecord(
        newRecord(`r${index}`, {
          observedAt: `2026-03-01T00:00:${String(index).padStart(2, '0')}.000Z`,
          values: {
            'test.total': index,
            'test.passed': index,
            'load.x': index,
          },
        }),
      ),
    );
    const seen: string[] = [];
    let after = 0;
    let finished = false;
    const all = Promise.all(pushes).then(() => {
      finished = true;
    });
    for (let last = false; !last; ) {
      last = finished;
      const page = await store.readChanges({ after, limit: 5 });
      after = page.next;
      last &&= page.items.length === 0;
      seen.push(
        ...page.items.flatMap(change =>
          change.type === 'record' ? [change.ref] : [],
        ),
      );
    }
    await all;
    expect([...seen].sort()).toEqual(
      Array.from({ length: 24 }, (_, index) => `r${index}`).sort(),
    );
    const latest = await store.readLatestFacts(GATEWAY);
    expect(latest.map(fact => fact.value)).toEqual([23, 23, 23]);
  }, 60_000);

  it('answers for a commit of another branch only where it is asked for', async () => {
    const { store } = await createStores(databases, id);
    const observedAt = '2026-03-01T00:00:00.000Z';
    const commit = 'abcdef0';
    await store.addRecord(
      newRecord('a', {
        observedAt,
        values: { 'test.total': 1, 'test.failed': 0 },
      }),
    );
    await store.addRecord(
      newRecord('b', {
        observedAt,
        commit,
        defaultBranch: false,
        values: { 'test.total': 2 },
      }),
    );
    const values = async (query: object) =>
      (await store.readLatestFacts({ ...GATEWAY, ...query })).map(fact => [
        fact.name,
        fact.value,
      ]);
    expect(await values({})).toEqual([
      ['test.failed', 0],
      ['test.total', 1],
    ]);
    expect(await values({ commit })).toEqual([
      ['test.failed', 0],
      ['test.total', 2],
    ]);
    expect(await values({ commit, names: ['test.total'] })).toEqual([
      ['test.total', 2],
    ]);
    expect(await values({ environment: 'staging' })).toEqual([]);
    const { items } = await store.readChanges({ after: 0 });
    expect(items.map(({ type }) => type)).toEqual([
      'facts',
      'record',
      'record',
    ]);
  }, 60_000);

  it('pages through records of the same moment without loss', async () => {
    const { store } = await createStores(databases, id);
    const ids = ['a', 'b', 'c', 'd', 'e'];
    for (const name of ids) {
      await store.addRecord(
        newRecord(name, { observedAt: '2026-03-01T00:00:00.000Z' }),
      );
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.listRecords({
        tenant: 'default',
        entityRef: 'component:default/gateway',
        limit: 2,
        cursor,
      });
      expect(page.totalItems).toBe(5);
      seen.push(...page.items.map(record => record.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual([...ids].reverse());
  }, 60_000);
});
