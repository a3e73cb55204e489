import { TestDatabases } from '@backstage/backend-test-utils';
import { createStores } from '../__testUtils__/stores';
import { NewFact } from './operations/writeFacts';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const NOW = new Date('2026-03-10T12:00:00Z');
const GATEWAY = {
  tenant: 'default',
  entityRefs: ['component:default/gateway'],
  environment: 'production',
};

function told(day: number, value: number, name = 'slo.adherence'): NewFact {
  return {
    tenant: 'default',
    entityRef: 'component:default/gateway',
    environment: 'production',
    name,
    type: 'number',
    value,
    unit: 'ratio',
    commit: '',
    ref: '',
    defaultBranch: true,
    observedAt: new Date(`2026-03-${String(day).padStart(2, '0')}T12:00:00Z`),
    receivedAt: NOW,
    source: 'plugin:slo',
  };
}

describe.each(databases.eachSupportedId())('putFacts on %p', id => {
  it('keeps many moments of one name at once, and the last is the latest', async () => {
    const { store } = await createStores(databases, id);
    const facts = [told(9, 0.9), told(10, 1), told(8, 0.8)];
    facts.push(told(10, -2, 'slo.budget.worst'));
    expect(await store.putFacts(facts, NOW)).toBe(4);

    expect(await store.readLatestFacts(GATEWAY)).toMatchObject([
      { name: 'slo.adherence', value: 1, source: 'plugin:slo', commit: '' },
      { name: 'slo.budget.worst', value: -2 },
    ]);
    const history = await store.readFactHistory({
      ...GATEWAY,
      entityRef: GATEWAY.entityRefs[0],
      names: ['slo.adherence'],
      from: new Date('2026-03-01T00:00:00Z'),
      to: new Date('2026-03-11T00:00:00Z'),
    });
    expect(history.map(({ value }) => value)).toEqual([0.8, 0.9, 1]);
    const { items } = await store.readChanges({ after: 0 });
    expect(items).toMatchObject([{ type: 'facts-backdated' }]);
  }, 60_000);

  it('puts what becomes the latest on the sheet', async () => {
    const { store, knex } = await createStores(databases, id);
    await store.putFacts([told(9, 0.9), told(10, 1)], NOW);
    const sheets: { sheet: string }[] = await knex('fact_sheets');
    expect(sheets).toHaveLength(1);
    expect(JSON.parse(sheets[0].sheet).facts).toEqual([
      ['slo.adherence', 'number', 1, 'ratio', 0],
    ]);
  }, 60_000);

  it('changes nothing when the same is told again, and tells the feed of what differs', async () => {
    const { store, knex } = await createStores(databases, id);
    const facts = [told(9, 0.9), told(10, 1)];
    await store.putFacts(facts, NOW);
    const changes = async () => (await store.readChanges({ after: 0 })).items;
    const before = await changes();
    expect(await store.putFacts(facts, NOW)).toBe(0);
    expect(await changes()).toEqual(before);

    // Of one moment, what was told last counts; also where it was told before.
    expect(await store.putFacts([told(10, 0.5), facts[0]], NOW)).toBe(1);
    expect(await store.putFacts([told(10, 1)], NOW)).toBe(1);
    expect(await store.readLatestFacts(GATEWAY)).toMatchObject([{ value: 1 }]);
    expect(await knex('facts')).toHaveLength(4);
    expect(await changes()).toHaveLength(3);
  }, 60_000);

  it('keeps one of what several tell at the same time', async () => {
    const { store, knex } = await createStores(databases, id);
    const facts = [told(9, 0.9), told(10, 1)];
    const written = await Promise.all(
      [1, 2, 3, 4].map(() => store.putFacts(facts, NOW)),
    );
    expect(written.reduce((sum, count) => sum + count)).toBe(2);
    expect(await knex('facts')).toHaveLength(2);
  }, 60_000);
});
