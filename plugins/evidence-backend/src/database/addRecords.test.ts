import { TestDatabases } from '@backstage/backend-test-utils';
import { createStores, newRecord } from '../__testUtils__/stores';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const GATEWAY = {
  tenant: 'default',
  entityRefs: ['component:default/gateway'],
  environment: 'production',
};

jest.setTimeout(60_000);

function at(second: number): string {
  return `2026-03-01T00:00:0${second}.000Z`;
}

function coverage(id: string, second: number, value: number, more = {}) {
  return newRecord(id, {
    observedAt: at(second),
    receivedAt: at(9),
    values: { 'test.coverage.lines': value },
    ...more,
  });
}

describe.each(databases.eachSupportedId())('addRecords on %p', id => {
  it('takes several statements for a batch, and no more for more records', async () => {
    const { store, knex } = await createStores(databases, id);
    const statementsOf = async (names: string[]) => {
      let statements = 0;
      const count = () => {
        statements += 1;
      };
      knex.on('query', count);
      await store.addRecords(names.map(name => coverage(name, 1, 0.5)));
      knex.off('query', count);
      return statements;
    };
    const one = await statementsOf(['a']);
    expect(await statementsOf(['b', 'c', 'd', 'e'])).toBe(one);
    expect(one).toBeLessThanOrEqual(11);
  });

  it('lets the later of two count that say the same at the same time, as if they had come one after the other', async () => {
    const { store, knex } = await createStores(databases, id);
    await store.addRecords([
      coverage('z', 1, 0.1),
      coverage('a', 1, 0.2),
      coverage('m', 1, 0.3),
    ]);
    const facts = await store.readLatestFacts(GATEWAY);
    expect(facts).toMatchObject([{ value: 0.3, recordId: 'm' }]);
    const [{ sheet }] = await knex('fact_sheets');
    expect(JSON.parse(sheet).facts).toMatchObject([
      ['test.coverage.lines', 'number', 0.3, null, 0],
    ]);
    const { items } = await store.readChanges({ after: 0 });
    expect(items.map(({ type, ref }) => [type, ref])).toEqual([
      ['facts', 'production'],
      ['record', 'z'],
      ['record', 'a'],
      ['record', 'm'],
    ]);
  });

  it.each([
    ['in the batch', [], [3, 2]],
    ['before the batch', [3], [2, 2]],
  ])(
    'tells of facts that something later %s has overtaken',
    async (_, before, batch) => {
      const { store } = await createStores(databases, id);
      for (const second of before) {
        await store.addRecord(coverage(`b${second}`, second, 0.9));
      }
      const { items: seen } = await store.readChanges({ after: 0 });
      await store.addRecords(
        batch.map((second, index) => coverage(`r${index}`, second, 0.1)),
      );
      const [latest] = await store.readLatestFacts(GATEWAY);
      expect(latest.observedAt).toBe(at(3));
      const { items } = await store.readChanges({
        after: seen.at(-1)?.seq ?? 0,
      });
      expect(items[0].type).toBe('facts-backdated');
    },
  );

  it('makes one record of two that are the same, and knows those that were there', async () => {
    const { store, knex } = await createStores(databases, id);
    const sha256 = 'a'.repeat(64);
    await store.addRecord(coverage('known', 1, 0.5));
    const added = await store.addRecords([
      coverage('first', 1, 0.5, { sha256 }),
      coverage('again', 1, 0.5, { content: Buffer.from('known') }),
      coverage('second', 1, 0.5, { sha256 }),
    ]);
    expect(
      added.map(({ status, record, facts }) => [status, record.id, facts]),
    ).toEqual([
      ['created', 'first', 1],
      ['existing', 'known', 1],
      ['existing', 'first', 1],
    ]);
    expect(await knex('records')).toHaveLength(2);
    expect(await knex('facts')).toHaveLength(2);
  });

  it('leaves nothing of a batch with one that fails', async () => {
    const { store, knex } = await createStores(databases, id);
    const bad = coverage('bad', 1, 0.5);
    bad.facts[0].name = null as never;
    await expect(
      store.addRecords([coverage('good', 1, 0.5), bad]),
    ).rejects.toThrow();
    for (const table of ['records', 'blobs', 'facts', 'fact_sheets']) {
      expect(await knex(table)).toEqual([]);
    }
    expect((await store.readChanges({ after: 0 })).items).toEqual([]);
  });

  it('lets batches about the same entities go on at once, whatever their order', async () => {
    const { store } = await createStores(databases, id);
    const batch = (name: string, order: string[]) =>
      order.map(entity => {
        const entityRef = `component:default/${entity}`;
        const item = coverage(`${name}-${entity}`, 1, 0.5, {
          content: Buffer.from(entity),
          record: { entityRef, run: name },
        });
        item.facts[0].entityRef = entityRef;
        return item;
      });
    const added = await Promise.all(
      Array.from({ length: 12 }, (_, index) => {
        const order = ['a-b', 'ab', 'a_c', 'B', 'c'];
        return store.addRecords(
          batch(`n${index}`, index % 2 ? order : order.reverse()),
        );
      }),
    );
    expect(added.flat().map(({ status }) => status)).toEqual(
      Array(60).fill('created'),
    );
    const { items } = await store.readChanges({ after: 0 });
    expect(items.filter(({ type }) => type === 'record')).toHaveLength(60);
  });
});
