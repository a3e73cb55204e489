import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { component, group } from '../__testUtils__/entities';
import { createCursorTable } from '../feed/cursorTable';
import { runUntilIdle } from '../feed/runUntilIdle';
import { CatalogProjection } from './CatalogProjection';
import { CatalogWatcher } from './CatalogWatcher';
import { createEntityFollower, EntityFeedChange } from './createEntityFollower';
import { createProjectionTables } from './tables';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const service = (name: string) => component(name, 'platform');

/** A follower of a feed in memory, on a catalog that the test changes. */
async function createFollower(databaseId: TestDatabaseId) {
  const knex = await databases.init(databaseId);
  await createCursorTable(knex, 'feed_cursors');
  await createProjectionTables(knex);
  const entities: Entity[] = [];
  const changes: EntityFeedChange[] = [];
  const feed = { gone: undefined as { latest?: number } | undefined };
  const catalog = catalogServiceMock.mock({
    getEntitiesByRefs: (...args) =>
      catalogServiceMock({ entities }).getEntitiesByRefs(...args),
    streamEntities: (...args) =>
      catalogServiceMock({ entities }).streamEntities(...args),
  });
  const projection = new CatalogProjection();
  const forgotten: string[] = [];
  const follower = createEntityFollower({
    knex,
    table: 'feed_cursors',
    projection,
    watcher: new CatalogWatcher({ catalog, auth: mockServices.auth() }),
    fetch: async ({ after, limit }) => {
      if (feed.gone) {
        throw Object.assign(new Error('too old'), {
          name: 'ChangesGoneError',
          ...feed.gone,
        });
      }
      const items = changes.filter(({ seq }) => seq > after).slice(0, limit);
      return { items, next: items.at(-1)?.seq ?? after };
    },
    onEntities: async (_tx, { deleted }) => {
      forgotten.push(...deleted);
    },
  });
  return {
    forgotten,
    feed,
    follow: () => runUntilIdle(follower),
    /** Changes the catalog, and says so in the feed unless told not to. */
    change(type: string, entity: Entity, silent = false) {
      const ref = stringifyEntityRef(entity);
      const index = entities.findIndex(e => stringifyEntityRef(e) === ref);
      if (index >= 0) entities.splice(index, 1);
      if (type !== 'entity-deleted') entities.push(entity);
      if (!silent) {
        changes.push({ seq: changes.length + 1, entityRef: ref, type });
      }
    },
    async living() {
      const refs = [...(await projection.etags(knex)).keys()];
      return refs.sort();
    },
    groups: () => projection.groupClosure(knex),
  };
}

describe.each(databases.eachSupportedId())(
  'createEntityFollower on %s',
  databaseId => {
    it('follows what is created and deleted, and leaves other changes alone', async () => {
      const { change, follow, living, forgotten, groups } =
        await createFollower(databaseId);
      const gateway = service('gateway');
      change('entity-created', gateway);
      change('entity-created', group('platform'));
      change('facts', service('never-projected'), true);
      // The first round takes the place at the feed's beginning, the next ones follow.
      await follow();
      await follow();
      expect(await living()).toEqual([
        'component:default/gateway',
        'group:default/platform',
      ]);
      expect(await groups()).toHaveLength(1);
      change('entity-deleted', gateway);
      await follow();
      expect(await living()).toEqual(['group:default/platform']);
      expect(forgotten).toEqual(['component:default/gateway']);
    });

    it('goes through more than one page', async () => {
      const { change, follow, living } = await createFollower(databaseId);
      for (let i = 0; i < 230; i++) {
        change('entity-created', service(`service-${i}`));
      }
      await follow();
      await follow();
      expect(await living()).toHaveLength(230);
    });

    it('compares with the whole catalog where the feed was cut off', async () => {
      const { change, feed, follow, living, forgotten } = await createFollower(
        databaseId,
      );
      change('entity-created', service('gateway'));
      await follow();
      await follow();
      change('entity-deleted', service('gateway'), true);
      change('entity-created', service('ledger'), true);
      feed.gone = {};
      await expect(follow()).rejects.toThrow('did not say where it ends');
      feed.gone = { latest: 40 };
      await follow();
      expect(await living()).toEqual(['component:default/ledger']);
      expect(forgotten).toEqual(['component:default/gateway']);
    });
  },
);
