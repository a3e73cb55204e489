import { TestDatabases } from '@backstage/backend-test-utils';
import { Fact } from '@maestro-conductor/plugin-evidence-common';
import {
  FactSheet,
  factsOfSheets,
} from '@maestro-conductor/plugin-evidence-node';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import fc from 'fast-check';
import { component } from '../__testUtils__/entities';
import { createStores } from '../__testUtils__/stores';
import { NewFact, writeFacts } from './operations/writeFacts';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const REFS = ['component:default/gateway', 'component:default/ledger'];
const NAMES = ['test.total', 'test.failed', 'slo.adherence'];

function newFact(more: Partial<NewFact> = {}): NewFact {
  return {
    tenant: 'default',
    entityRef: REFS[0],
    environment: 'production',
    name: NAMES[0],
    type: 'number',
    value: 1,
    commit: '',
    ref: '',
    defaultBranch: true,
    observedAt: new Date('2026-03-01T00:00:00.000Z'),
    receivedAt: new Date('2026-03-05T00:00:00.000Z'),
    source: 'evidence:facts',
    ...more,
  };
}

async function create(id: Parameters<typeof databases.init>[0]) {
  const stores = await createStores(databases, id);
  const { knex, projection, store } = stores;
  await knex.transaction(tx =>
    projection.upsert(tx, [component('gateway'), component('ledger')]),
  );
  const write = (facts: NewFact[]) =>
    knex.transaction(tx => writeFacts(tx, facts));
  const bySheets = async (environment: string, names?: string[]) => {
    const rows = await store.readFactSheets({ entityRefs: REFS, environment });
    const items = rows.map(row => ({
      ...row,
      sheet: JSON.parse(row.sheet) as FactSheet,
    }));
    const facts = factsOfSheets(items, { environment, names });
    return inOrder([...facts.values()].flatMap(own => [...own.values()]));
  };
  const byRows = async (environment: string, names?: string[]) =>
    inOrder(
      await store.readLatestFacts({
        tenant: 'default',
        entityRefs: REFS,
        environment,
        names,
      }),
    );
  return { ...stores, write, bySheets, byRows };
}

function inOrder(facts: Fact[]): Fact[] {
  const key = (fact: Fact) => `${fact.entityRef} ${fact.name}`;
  return [...facts].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** One push: any of the names once, for one entity and environment. */
const push = fc
  .record({
    entityRef: fc.constantFrom(...REFS),
    environment: fc.constantFrom('production', 'staging', ''),
    day: fc.integer({ min: 1, max: 9 }),
    defaultBranch: fc.boolean(),
    retracted: fc.boolean(),
    recordId: fc.constantFrom('one', 'two', undefined),
    unit: fc.constantFrom('ratio', undefined),
    names: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1 }),
    value: fc.integer(),
  })
  .map(({ names, day, value, ...more }) =>
    names.map((name, index) =>
      newFact({
        ...more,
        name,
        value: value + index,
        observedAt: new Date(`2026-03-0${day}T00:00:00.000Z`),
        freshUntil:
          day % 2 ? new Date(`2026-04-0${day}T00:00:00.000Z`) : undefined,
      }),
    ),
  );

describe.each(databases.eachSupportedId())('fact sheets on %p', id => {
  it('say what the latest facts say, whatever is pushed in whatever order', async () => {
    const { knex, write, bySheets, byRows } = await create(id);
    await fc.assert(
      fc.asyncProperty(fc.array(push, { maxLength: 8 }), async pushes => {
        for (const table of ['facts', 'latest_facts', 'fact_sheets']) {
          await knex(table).delete();
        }
        for (const facts of pushes) await write(facts);
        for (const environment of ['production', 'staging', '']) {
          expect(await bySheets(environment)).toEqual(
            await byRows(environment),
          );
        }
        const names = [NAMES[1]];
        expect(await bySheets('production', names)).toEqual(
          await byRows('production', names),
        );
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('lack nothing that another writer adds at the same time', async () => {
    const { write, bySheets, byRows } = await create(id);
    await Promise.all(
      NAMES.flatMap(name =>
        REFS.map(entityRef => write([newFact({ name, entityRef })])),
      ),
    );
    const facts = await bySheets('production');
    expect(facts).toHaveLength(6);
    expect(facts).toEqual(await byRows('production'));
  }, 60_000);

  it('are not shown of entities that are gone, or are of another tenant now', async () => {
    const { knex, projection, write, bySheets } = await create(id);
    await write(REFS.map(entityRef => newFact({ entityRef })));
    await write([newFact({ tenant: 'other', value: 2 })]);
    expect((await bySheets('production')).map(fact => fact.value)).toEqual([
      1, 1,
    ]);
    await knex.transaction(tx =>
      projection.remove(tx, [REFS[1]], new Date('2026-03-09T00:00:00.000Z')),
    );
    expect(await bySheets('production')).toHaveLength(1);
  }, 60_000);

  it('are made of the facts that were there before them', async () => {
    const { knex, write, bySheets } = await create(id);
    await write([
      ...NAMES.map(name => newFact({ name, recordId: 'one', unit: 'count' })),
      newFact({ entityRef: REFS[1], environment: '' }),
    ]);
    await write([newFact({ name: NAMES[1], retracted: true })]);
    const before = await bySheets('production');
    expect(before).toHaveLength(3);
    const migration = {
      directory: resolvePackagePath(
        '@maestro-conductor/plugin-evidence-backend',
        'migrations',
      ),
      name: '20261120160000_fact_sheets.js',
    };
    await knex.migrate.down(migration);
    expect(await knex.schema.hasTable('fact_sheets')).toBe(false);
    await knex.migrate.up(migration);
    expect(await bySheets('production')).toEqual(before);
  }, 60_000);
});
