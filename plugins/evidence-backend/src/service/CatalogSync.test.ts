import { TestDatabases } from '@backstage/backend-test-utils';
import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogWatcher } from '@maestro-conductor/backend-kit';
import { EntityFactCollector } from '@maestro-conductor/plugin-evidence-node';
import { component, group } from '../__testUtils__/entities';
import { createStores } from '../__testUtils__/stores';
import { CatalogSync } from './CatalogSync';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const COLLECTOR: EntityFactCollector = {
  name: 'sample',
  references: entity => (entity.spec?.owner ? [String(entity.spec.owner)] : []),
  collect: (entity, { entityExists }) => {
    if (entity.metadata.annotations?.broken) {
      throw new Error('cannot read this one');
    }
    return [
      {
        name: 'catalog.owner.exists',
        type: 'boolean' as const,
        value: entityExists(String(entity.spec?.owner)),
      },
      ...(entity.metadata.description
        ? [
            {
              name: 'catalog.note',
              type: 'string' as const,
              value: entity.metadata.description,
            },
          ]
        : []),
    ];
  },
};

describe.each(databases.eachSupportedId())('CatalogSync on %p', id => {
  async function start(entities: Entity[]) {
    const stores = await createStores(databases, id);
    const catalog = catalogServiceMock.mock({
      getEntitiesByRefs: (...args) =>
        catalogServiceMock({ entities }).getEntitiesByRefs(...args),
      streamEntities: (...args) =>
        catalogServiceMock({ entities }).streamEntities(...args),
    });
    const sync = new CatalogSync({
      store: stores.entities,
      watcher: new CatalogWatcher({ catalog, auth: mockServices.auth() }),
      collectors: [COLLECTOR],
      now: () => new Date(),
    });
    const facts = async () => {
      const latest = await stores.store.readLatestFacts({
        tenant: 'default',
        entityRefs: ['component:default/gateway'],
        environment: 'production',
      });
      return Object.fromEntries(latest.map(fact => [fact.name, fact.value]));
    };
    const changes = async (after = 0) => {
      const page = await stores.store.readChanges({ after });
      return {
        next: page.next,
        types: page.items.map(change => `${change.type} ${change.entityRef}`),
      };
    };
    return { ...stores, catalog, sync, facts, changes };
  }

  it('follows the catalog, and judges an entity again when its owner comes or goes', async () => {
    const entities = [component('gateway', { description: 'first' })];
    const { sync, facts, changes, knex } = await start(entities);
    await sync.synchronize();
    expect(await facts()).toEqual({
      'catalog.owner.exists': false,
      'catalog.note': 'first',
    });
    let seen = await changes();
    expect(seen.types).toEqual([
      'entity-created component:default/gateway',
      'facts component:default/gateway',
    ]);

    await sync.synchronize();
    expect(await changes(seen.next)).toEqual({ next: seen.next, types: [] });

    entities.push(group('edge-team'));
    await sync.synchronize();
    expect(await facts()).toMatchObject({ 'catalog.owner.exists': true });

    // A fact that is no longer told is retracted, not kept for ever.
    entities[0] = component('gateway');
    await sync.synchronize();
    expect(await facts()).toEqual({ 'catalog.owner.exists': true });

    seen = await changes();
    entities.pop();
    await sync.synchronize();
    expect(await facts()).toEqual({ 'catalog.owner.exists': false });
    expect((await changes(seen.next)).types).toEqual([
      'entity-deleted group:default/edge-team',
      'facts component:default/gateway',
    ]);

    const kept = await knex('facts').count({ count: '*' }).first();
    await sync.recollectAll();
    await sync.synchronize();
    expect(await knex('facts').count({ count: '*' }).first()).toEqual(kept);
  }, 60_000);

  it('deletes nothing and keeps every fact when the catalog or a collector fails', async () => {
    const entities = [component('gateway', { description: 'first' })];
    const { sync, facts, catalog, entities: store } = await start(entities);
    await sync.synchronize();
    const before = await facts();

    catalog.streamEntities.mockImplementationOnce(async function* broken() {
      yield [];
      throw new Error('the stream broke off');
    });
    await expect(sync.synchronize()).rejects.toThrow('broke off');
    expect((await store.etags()).size).toBe(1);

    entities[0] = component('gateway', { annotations: { broken: 'yes' } });
    await expect(sync.synchronize()).rejects.toThrow('cannot read this one');
    expect(await facts()).toEqual(before);
  }, 60_000);
});
