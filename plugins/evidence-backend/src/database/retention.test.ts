import { TestDatabases } from '@backstage/backend-test-utils';
import { createStores, newRecord } from '../__testUtils__/stores';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const now = new Date('2026-03-31T00:00:00.000Z');
const OLD = '2026-01-01T00:00:00.000Z';
const YOUNG = '2026-03-30T00:00:00.000Z';
const coverage30days = {
  limits: [
    { kind: 'coverage' as const, receivedBefore: new Date('2026-03-01') },
  ],
  now,
};
const GATEWAY = {
  tenant: 'default',
  entityRef: 'component:default/gateway',
};

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('retention on %p', id => {
  it('removes the bytes that no record retains, and keeps the record, hash and facts', async () => {
    const { store, knex } = await createStores(databases, id);
    const add = (name: string, receivedAt: string, more = {}) =>
      store.addRecord(
        newRecord(name, {
          observedAt: OLD,
          receivedAt,
          values: { 'test.total': 1 },
          ...more,
        }),
      );
    const { record } = await add('old', OLD);
    await add('young', YOUNG);
    await add('other-kind', OLD, { record: { kind: 'tests' } });
    const shared = Buffer.from('shared');
    await add('shared-old', OLD, { content: shared });
    await add('shared-young', YOUNG, { content: shared, commit: 'abcdef0' });
    const sharedKind = Buffer.from('shared by kinds');
    await add('kind-a', OLD, { content: sharedKind });
    await add('kind-b', OLD, {
      content: sharedKind,
      record: { kind: 'tests' },
    });

    expect(await store.removeExpiredContent(coverage30days)).toBe(1);
    expect(await store.removeExpiredContent(coverage30days)).toBe(0);

    const { items } = await store.listRecords({ ...GATEWAY, limit: 100 });
    expect(items).toHaveLength(7);
    expect(
      items.filter(item => item.contentRemovedAt).map(item => item.id),
    ).toEqual(['old']);
    expect(await store.getRecord('old')).toEqual({
      ...record,
      contentRemovedAt: now.toISOString(),
    });
    expect(await store.getRecordFacts('old')).toHaveLength(1);
    for (const item of items) {
      const bytes = await store.readBlob(item.sha256);
      expect([item.id, bytes === undefined]).toEqual([
        item.id,
        item.id === 'old',
      ]);
    }
    expect(await knex('blob_chunks')).toHaveLength(4);
  });

  it('keeps everything where nothing is configured', async () => {
    const { store } = await createStores(databases, id);
    await store.addRecord(newRecord('old', { observedAt: OLD }));
    expect(await store.removeExpiredContent({ limits: [], now })).toBe(0);
  });

  it('works through more than it looks for at once', async () => {
    const { store, knex } = await createStores(databases, id);
    for (let number = 0; number < 205; number += 1) {
      await store.addRecord(newRecord(`r${number}`, { observedAt: OLD }));
    }
    expect(await store.removeExpiredContent(coverage30days)).toBe(205);
    expect(await knex('blob_chunks')).toEqual([]);
  });

  it('writes the bytes anew where they are pushed again, under every record of theirs', async () => {
    const { store } = await createStores(databases, id);
    const content = Buffer.alloc(1024 * 1024 + 1, 'x');
    const sha256 = 'a'.repeat(64);
    const push = (name: string, receivedAt: string, commit = '') =>
      store.addRecord(
        newRecord(name, {
          observedAt: OLD,
          receivedAt,
          content,
          sha256,
          commit,
        }),
      );
    await push('old', OLD);
    await store.removeExpiredContent(coverage30days);
    // The same artifact of the same run is the same record, and makes nothing new.
    expect((await push('again', YOUNG)).status).toBe('existing');
    expect(await store.readBlob(sha256)).toBeUndefined();

    await push('later', YOUNG, 'abcdef0');
    const pieces: Buffer[] = [];
    for await (const piece of (await store.readBlob(sha256))!) {
      pieces.push(piece);
    }
    expect(Buffer.concat(pieces).equals(content)).toBe(true);
    expect((await store.getRecord('old'))?.contentRemovedAt).toBeUndefined();
  });

  it('never takes bytes from a push at the same time', async () => {
    const { store } = await createStores(databases, id);
    const names = Array.from({ length: 30 }, (_, index) => `r${index}`);
    const contents = names.map(name => Buffer.from(name));
    for (const [index, name] of names.entries()) {
      await store.addRecord(
        newRecord(name, { observedAt: OLD, content: contents[index] }),
      );
    }
    await Promise.all([
      store.removeExpiredContent(coverage30days),
      store.removeExpiredContent(coverage30days),
      ...names.map((name, index) =>
        store.addRecord(
          newRecord(`${name}-again`, {
            observedAt: YOUNG,
            content: contents[index],
            commit: 'abcdef0',
          }),
        ),
      ),
    ]);
    for (const name of names) {
      const record = (await store.getRecord(`${name}-again`))!;
      expect(record.contentRemovedAt).toBeUndefined();
      const pieces: Buffer[] = [];
      for await (const piece of (await store.readBlob(record.sha256))!) {
        pieces.push(piece);
      }
      expect(Buffer.concat(pieces).toString()).toBe(name);
    }
  });

  it('removes old facts of the history, never the latest', async () => {
    const { store, knex } = await createStores(databases, id);
    const add = (name: string, at: string, values: Record<string, number>) =>
      store.addRecord(newRecord(name, { observedAt: at, values }));
    await add('a', '2025-01-01T00:00:00.000Z', { 'test.total': 1 });
    await add('b', '2025-06-01T00:00:00.000Z', {
      'test.total': 2,
      'load.requests': 7,
    });
    await add('c', YOUNG, { 'test.total': 3 });
    expect(await store.removeOldFacts(new Date(OLD))).toBe(2);
    expect(await store.removeOldFacts(new Date(OLD))).toBe(0);
    const facts = await knex('facts').orderBy('seq').select('name', 'value');
    expect(facts).toEqual([
      { name: 'load.requests', value: '7' },
      { name: 'test.total', value: '3' },
    ]);
    const latest = await store.readLatestFacts({
      ...{ tenant: 'default', environment: 'production' },
      entityRefs: [GATEWAY.entityRef],
    });
    expect(latest.map(({ value }) => value)).toEqual([7, 3]);
  });
});
