import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogProjection } from './CatalogProjection';
import { CatalogWatcher } from './CatalogWatcher';
import { EntityDirectory } from './EntityDirectory';
import { createProjectionTables } from './tables';

jest.setTimeout(120_000);

const NOW = new Date('2026-03-01T12:00:00Z');

const entity = (kind: string, name: string, spec?: Entity['spec']): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', etag: 'from-catalog' },
  spec,
});

const gateway = 'component:default/gateway';

describe('EntityDirectory', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

  async function create(id: TestDatabaseId, entities: Entity[]) {
    const knex = await databases.init(id);
    await createProjectionTables(knex);
    const projection = new CatalogProjection();
    const catalog = catalogServiceMock({ entities });
    const asked = jest.spyOn(catalog, 'getEntitiesByRefs');
    const auth = mockServices.auth();
    const directory = new EntityDirectory({ knex, projection, catalog, auth });
    const watcher = new CatalogWatcher({ catalog, auth });
    return { knex, projection, directory, watcher, asked };
  }

  describe.each(databases.eachSupportedId())('%p', databaseId => {
    it('fetches what is not projected once, and keeps it', async () => {
      const { directory, asked } = await create(databaseId, [
        entity('Component', 'gateway'),
      ]);
      const refs = ['component:default/none', gateway, gateway];
      const found = await directory.getResources(refs);
      expect(found.map(item => item?.entityRef)).toEqual([
        undefined,
        gateway,
        gateway,
      ]);
      await directory.get([gateway]);
      expect(asked).toHaveBeenCalledTimes(1);
    });

    it('leaves it to the watcher to announce what was fetched early', async () => {
      const { knex, projection, directory, watcher } = await create(
        databaseId,
        [entity('Component', 'gateway')],
      );
      await directory.get([gateway]);
      expect(await watcher.diff(await projection.etags(knex))).toEqual({
        created: [gateway],
        changed: [],
        deleted: [],
      });
      const loaded = await watcher.load([gateway]);
      await knex.transaction(tx => projection.upsert(tx, loaded));
      expect(await watcher.diff(await projection.etags(knex))).toEqual({
        created: [],
        changed: [],
        deleted: [],
      });
    });

    it('finds a deleted entity again where the catalog has it again', async () => {
      const { knex, projection, directory } = await create(databaseId, [
        entity('Component', 'gateway'),
      ]);
      await directory.get([gateway]);
      await knex.transaction(tx => projection.remove(tx, [gateway], NOW));
      expect((await directory.get([gateway])).get(gateway)).toMatchObject({
        deletedAt: undefined,
      });
    });

    it('does not give out the dead', async () => {
      const { knex, projection, directory } = await create(databaseId, []);
      await knex.transaction(async tx => {
        await projection.upsert(tx, [entity('Component', 'gateway')]);
        await projection.remove(tx, [gateway], NOW);
      });
      expect(await directory.getResources([gateway])).toEqual([undefined]);
    });

    it('places a fetched group among the others', async () => {
      const { knex, projection, directory } = await create(databaseId, [
        entity('Group', 'edge-team', { type: 'team', parent: 'platform' }),
      ]);
      await directory.get(['group:default/edge-team']);
      expect(await projection.groupClosure(knex)).toContainEqual({
        ancestorRef: 'group:default/platform',
        descendantRef: 'group:default/edge-team',
        depth: 1,
      });
    });
  });
});
