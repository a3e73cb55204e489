import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { component, group } from '../__testUtils__/entities';
import { CatalogProjection } from './CatalogProjection';
import { createProjectionTables, dropProjectionTables } from './tables';

jest.setTimeout(120_000);

const NOW = new Date('2026-03-01T12:00:00Z');
const LATER = new Date('2026-03-02T12:00:00Z');

const GROUPS = [
  group('intelgraph'),
  group('platform', 'intelgraph'),
  group('edge-team', 'group:default/platform'),
  group('trust-team', 'platform'),
  group('ai-team', 'intelgraph'),
];

describe('CatalogProjection', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
  const projection = new CatalogProjection({ prefix: 'test_' });
  const column = 'test_entities.entity_ref';

  async function create(id: TestDatabaseId, entities: Entity[] = []) {
    const knex = await databases.init(id);
    await createProjectionTables(knex, 'test_');
    await knex.transaction(async tx => {
      await projection.upsert(tx, entities);
      await projection.rebuildGroupClosure(tx);
    });
    return knex;
  }

  describe.each(databases.eachSupportedId())('%p', databaseId => {
    it('keeps an entity, without its definition', async () => {
      const api: Entity = {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'API',
        metadata: {
          name: 'Gateway-API',
          namespace: 'Default',
          title: 'Gateway API',
          etag: 'e1',
          annotations: { 'maestro-conductor.dev/tenant': 'acme' },
        },
        spec: {
          type: 'openapi',
          owner: 'Edge-Team',
          system: 'traffic',
          definition: 'openapi: 3.1.0'.repeat(1000),
        },
      };
      const knex = await create(databaseId, [api]);
      const kept = await projection.get(knex, [
        'api:default/gateway-api',
        'api:default/other',
      ]);
      expect([...kept.values()]).toEqual([
        {
          entityRef: 'api:default/gateway-api',
          tenant: 'acme',
          kind: 'api',
          namespace: 'default',
          name: 'Gateway-API',
          title: 'Gateway API',
          type: 'openapi',
          lifecycle: undefined,
          ownerRef: 'group:default/edge-team',
          systemRef: 'system:default/traffic',
          etag: 'e1',
          entity: {
            ...api,
            spec: { type: 'openapi', owner: 'Edge-Team', system: 'traffic' },
          },
          deletedAt: undefined,
        },
      ]);
      const withDefinition = await projection
        .matching(knex, { 'spec.definition': { $exists: true } })
        .pluck('entity_ref');
      expect(withDefinition).toEqual(['api:default/gateway-api']);
    });

    it('replaces, buries, revives and forgets', async () => {
      const ref = 'component:default/gateway';
      const knex = await create(databaseId, [
        component('gateway', 'edge-team'),
      ]);
      const owned = (owner: string) =>
        projection
          .whereOwnedBy(knex('test_owners'), [owner], 'test_owners.entity_ref')
          .pluck('entity_ref');

      await knex.transaction(tx =>
        projection.upsert(tx, [component('gateway', 'ai-team')]),
      );
      expect(await owned('group:default/edge-team')).toEqual([]);
      expect(await owned('group:default/ai-team')).toEqual([ref]);

      await knex.transaction(tx =>
        projection.remove(tx, [ref, 'component:default/unknown'], NOW),
      );
      expect((await projection.get(knex, [ref])).get(ref)?.deletedAt).toEqual(
        NOW,
      );
      expect(await projection.etags(knex)).toEqual(new Map());
      expect(await owned('group:default/ai-team')).toEqual([]);
      // A second removal does not move the time of death.
      await knex.transaction(tx => projection.remove(tx, [ref], LATER));
      expect((await projection.get(knex, [ref])).get(ref)?.deletedAt).toEqual(
        NOW,
      );

      await knex.transaction(tx =>
        projection.upsert(tx, [component('gateway', 'edge-team')]),
      );
      expect(await projection.etags(knex)).toEqual(
        new Map([[ref, 'etag-gateway']]),
      );
      expect(await projection.purgeTombstones(knex, LATER)).toBe(0);
      await knex.transaction(tx => projection.remove(tx, [ref], NOW));
      expect(await projection.purgeTombstones(knex, LATER)).toBe(1);
      expect(await projection.get(knex, [ref])).toEqual(new Map());
    });

    it('survives values that are longer than its columns', async () => {
      const long = 'x'.repeat(400);
      const odd = component('odd', long, {
        metadata: {
          name: 'odd',
          title: long,
          annotations: { 'maestro-conductor.dev/tenant': long, [long]: long },
        },
        spec: { type: long, lifecycle: long, owner: long, system: long },
      });
      const knex = await create(databaseId, [odd, group('lost', long, [long])]);
      const ref = 'component:default/odd';
      expect((await projection.get(knex, [ref])).get(ref)).toMatchObject({
        title: long,
        type: long,
        tenant: 'x'.repeat(255),
        ownerRef: undefined,
        systemRef: undefined,
      });
      expect(await projection.groupEdges(knex)).toEqual([]);
    });

    it('takes the last of two entities with one ref', async () => {
      const knex = await create(databaseId, [
        component('gateway', 'edge-team'),
        component('Gateway', 'ai-team'),
      ]);
      const ref = 'component:default/gateway';
      expect((await projection.get(knex, [ref])).get(ref)?.ownerRef).toBe(
        'group:default/ai-team',
      );
    });

    it('finds what groups own, and the groups that lie in them', async () => {
      const knex = await create(databaseId, [
        ...GROUPS,
        component('gateway', 'edge-team'),
        component('policy-reasoner', 'trust-team'),
        component('llm-router', 'ai-team'),
        component('orphan', 'unknown-team'),
      ]);
      const owned = (...owners: string[]) =>
        projection
          .whereOwnedBy(
            knex('test_entities').orderBy('entity_ref'),
            owners.map(owner => `group:default/${owner}`),
            column,
          )
          .pluck('name');
      expect(await owned('intelgraph')).toEqual([
        'gateway',
        'llm-router',
        'policy-reasoner',
      ]);
      expect(await owned('platform')).toEqual(['gateway', 'policy-reasoner']);
      expect(await owned('ai-team', 'edge-team')).toEqual([
        'gateway',
        'llm-router',
      ]);
      expect(await owned('unknown-team')).toEqual(['orphan']);
      expect(await owned()).toEqual([]);
    });

    it('keeps the closure over groups right as they move, also in a circle', async () => {
      const knex = await create(databaseId, GROUPS);
      const inside = async (name: string) =>
        (await projection.groupClosure(knex))
          .filter(row => row.ancestorRef === `group:default/${name}`)
          .map(row => `${row.depth} ${row.descendantRef.split('/')[1]}`)
          .sort();
      const change = (...entities: Entity[]) =>
        knex.transaction(async tx => {
          await projection.upsert(tx, entities);
          await projection.rebuildGroupClosure(tx);
        });

      expect(await inside('intelgraph')).toEqual([
        '0 intelgraph',
        '1 ai-team',
        '1 platform',
        '2 edge-team',
        '2 trust-team',
      ]);
      await change(group('edge-team', 'ai-team'));
      expect(await inside('platform')).toEqual(['0 platform', '1 trust-team']);
      expect(await inside('ai-team')).toEqual(['0 ai-team', '1 edge-team']);

      await change(group('intelgraph', 'edge-team'));
      expect(await inside('edge-team')).toEqual([
        '0 edge-team',
        '1 intelgraph',
        '2 ai-team',
        '2 platform',
        '3 trust-team',
      ]);
      await change(group('intelgraph', undefined, ['edge-team']));
      expect(await inside('intelgraph')).toContain('1 edge-team');

      await knex.transaction(async tx => {
        await projection.remove(tx, ['group:default/intelgraph'], NOW);
        await projection.rebuildGroupClosure(tx);
      });
      // Its children still name it: it is known as an ancestor.
      expect(await inside('intelgraph')).toEqual([
        '0 intelgraph',
        '1 ai-team',
        '1 platform',
        '2 edge-team',
        '2 trust-team',
      ]);
      expect(await projection.groupEdges(knex)).toContainEqual({
        childRef: 'group:default/edge-team',
        parentRef: 'group:default/ai-team',
      });
    });

    it('joins groups that two transactions bring at the same time', async () => {
      const knex = await create(databaseId);
      const chain = Array.from({ length: 6 }, (_, index) =>
        group(`team-${index}`, index > 0 ? `team-${index - 1}` : undefined),
      );
      await Promise.all(
        chain.map(one =>
          knex.transaction(async tx => {
            await projection.upsert(tx, [one]);
            await projection.rebuildGroupClosure(tx);
          }),
        ),
      );
      expect(await projection.groupClosure(knex)).toContainEqual({
        ancestorRef: 'group:default/team-0',
        descendantRef: 'group:default/team-5',
        depth: 5,
      });
    });

    it('names what is written much like a ref', async () => {
      const knex = await create(databaseId, [
        ...GROUPS,
        component('gateway', 'edge-team'),
        component('gateway-ui', 'edge-team'),
        component('llm-router', 'ai-team'),
      ]);
      const near = (
        ref: string,
        filter?: Parameters<typeof projection.nearNames>[3],
      ) => projection.nearNames(knex, ref, undefined, filter);
      expect(await near('component:default/gatewy')).toEqual([
        'component:default/gateway',
        'component:default/gateway-ui',
      ]);
      expect(
        await near('component:default/gatewy', {
          search: { key: 'metadata.name', values: ['gateway-ui'] },
        }),
      ).toEqual(['component:default/gateway-ui']);
      expect(await near('component:other/llm-router')).toEqual([
        'component:default/llm-router',
      ]);
      expect(await near('component:default/zzz')).toEqual([]);
      expect(await near('api:default/gateway')).toEqual([]);
    });

    it('restricts queries on other tables by the catalog’s own language', async () => {
      const knex = await create(databaseId, [
        component('gateway', 'edge-team'),
        component('llm-router', 'ai-team', { spec: { type: 'library' } }),
      ]);
      await knex.schema.createTable('scores', t => {
        t.string('entity_ref');
        t.integer('score');
      });
      await knex('scores').insert([
        { entity_ref: 'component:default/gateway', score: 1 },
        { entity_ref: 'component:default/llm-router', score: 2 },
        { entity_ref: 'component:default/stranger', score: 3 },
      ]);
      const service = { kind: 'component', 'spec.type': 'Service' };
      expect(
        await projection
          .whereMatching(knex('scores'), service, 'scores.entity_ref')
          .pluck('score'),
      ).toEqual([1]);
      expect(
        await knex('scores')
          .whereIn('entity_ref', projection.matching(knex, { $not: service }))
          .pluck('score'),
      ).toEqual([2]);
      expect(
        await projection
          .whereVisible(knex('scores'), undefined, 'scores.entity_ref')
          .orderBy('score')
          .pluck('score'),
      ).toEqual([1, 2]);
    });

    it.each(['entity_ref', 'projected_entity.entity_ref', 'a.b.c', ''])(
      'refuses to compare with the column %j',
      async ambiguous => {
        const knex = await create(databaseId);
        for (const restrict of [
          () => projection.whereVisible(knex('scores'), undefined, ambiguous),
          () => projection.whereMatching(knex('scores'), {}, ambiguous),
          () => projection.whereOwnedBy(knex('scores'), [], ambiguous),
        ]) {
          expect(restrict).toThrow(/must be written with its table/);
        }
      },
    );

    it('lets two writers of the same entities through', async () => {
      const knex = await create(databaseId);
      const entities = Array.from({ length: 50 }, (_, index) =>
        component(`service-${index}`, 'edge-team'),
      );
      await Promise.all(
        [entities, [...entities].reverse(), entities].map(list =>
          knex.transaction(tx => projection.upsert(tx, list)),
        ),
      );
      const rows = await knex('test_search')
        .where({ key: 'kind' })
        .count({ rows: '*' })
        .first();
      expect(Number(rows?.rows)).toBe(50);
    });

    it('goes up and down', async () => {
      const knex = await create(databaseId);
      await dropProjectionTables(knex, 'test_');
      for (const table of Object.values(projection.tables)) {
        expect(await knex.schema.hasTable(table)).toBe(false);
      }
    });
  });
});
