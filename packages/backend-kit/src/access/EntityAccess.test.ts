import {
  mockCredentials,
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  createPermission,
  PermissionCondition,
  PermissionCriteria,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { CatalogProjection } from '../projection/CatalogProjection';
import { createProjectionTables } from '../projection/tables';
import { EntityAccess } from './EntityAccess';

jest.setTimeout(120_000);

const permission = createPermission({
  name: 'test.record.read',
  attributes: { action: 'read' },
  resourceType: 'test-entity',
});

const ALLOW = { result: AuthorizeResult.ALLOW } as const;
const DENY = { result: AuthorizeResult.DENY } as const;
const when = (
  conditions: PermissionCriteria<PermissionCondition>,
): PolicyDecision => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'test',
  resourceType: 'test-entity',
  conditions,
});
const ownedBy = (name: string) => ({
  resourceType: 'test-entity',
  rule: 'IS_ENTITY_OWNER',
  params: { claims: [`group:default/${name}`] },
});

const component = (name: string, owner: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
});

const GATEWAY = component('gateway', 'edge-team');
const GATEWAYS = component('gateways', 'ai-team');
const ROUTER = component('llm-router', 'ai-team');
const gateway = 'component:default/gateway';
const gateways = 'component:default/gateways';
const router = 'component:default/llm-router';

const user = mockCredentials.user('user:default/edda.engineer');
const service = mockCredentials.service('external:ci');

describe('EntityAccess', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

  async function create(
    id: TestDatabaseId,
    options?: {
      /** The answer to lists of the permission, and of reading the catalog. */
      list?: PolicyDecision;
      catalogList?: PolicyDecision;
      /** What single checks of the permission allow. */
      permitted?: string[];
      /** What the user sees in the catalog; services see all. */
      visible?: Entity[];
      projected?: Entity[];
    },
  ) {
    const all = [GATEWAY, GATEWAYS, ROUTER];
    const knex = await databases.init(id);
    await createProjectionTables(knex);
    const projection = new CatalogProjection();
    await knex.transaction(tx =>
      projection.upsert(tx, options?.projected ?? all),
    );
    const full = catalogServiceMock({ entities: all });
    const seen = catalogServiceMock({ entities: options?.visible ?? all });
    const catalog = catalogServiceMock.mock({
      getEntitiesByRefs: async (request, how) => {
        const asUser = how && 'credentials' in how && how.credentials === user;
        return await (asUser ? seen : full).getEntitiesByRefs(request);
      },
    });
    const permissions = mockServices.permissions.mock({
      authorize: async requests =>
        requests.map(({ resourceRef }) =>
          options?.permitted?.includes(resourceRef ?? '') ?? true
            ? ALLOW
            : DENY,
        ),
      authorizeConditional: async requests =>
        requests.map(request =>
          request.permission.name === permission.name
            ? options?.list ?? ALLOW
            : options?.catalogList ?? ALLOW,
        ),
    });
    const access = new EntityAccess({
      permissions,
      catalog,
      auth: mockServices.auth(),
      projection,
      knex,
    });
    return { knex, access, projection, permissions };
  }

  describe.each(databases.eachSupportedId())('%p', databaseId => {
    describe('assert', () => {
      it('lets through who sees the entities and has the permission', async () => {
        const { access, permissions } = await create(databaseId);
        await access.assert(user, permission, [gateway, router, gateway]);
        expect(permissions.authorize).toHaveBeenCalledTimes(1);
      });

      it('projects an entity that was not there yet', async () => {
        const { access, knex, projection } = await create(databaseId, {
          projected: [],
        });
        await access.assert(user, permission, [gateway]);
        expect([...(await projection.get(knex, [gateway])).keys()]).toEqual([
          gateway,
        ]);
      });

      it('knows no entity that the user does not see, nor tells its name', async () => {
        const { access } = await create(databaseId, {
          visible: [GATEWAY],
          catalogList: when(ownedBy('edge-team')),
        });
        await expect(
          access.assert(user, permission, [gateway, gateways]),
        ).rejects.toMatchObject({
          name: 'NotFoundError',
          message: `There is no entity ${gateways} in the catalog; did you mean ${gateway}?`,
        });
        await access.assert(service, permission, [gateways]);
      });

      it('names near ones to a service', async () => {
        const { access } = await create(databaseId);
        await expect(
          access.assert(service, permission, ['component:default/gatewai']),
        ).rejects.toThrow(`did you mean ${gateway} or ${gateways}?`);
        await expect(
          access.assert(service, permission, ['component:default/zzz']),
        ).rejects.toThrow(/in the catalog$/);
      });

      it('refuses where the permission is denied for one of them', async () => {
        const { access } = await create(databaseId, { permitted: [gateway] });
        for (const credentials of [user, service]) {
          await expect(
            access.assert(credentials, permission, [gateway, router]),
          ).rejects.toMatchObject({
            name: 'NotAllowedError',
            message: expect.stringContaining(
              `test.record.read is not allowed for ${router};`,
            ),
          });
        }
      });

      it.each([0, 101])('refuses %d refs', async count => {
        const { access } = await create(databaseId);
        const refs = Array.from(
          { length: count },
          (_, n) => `component:a/${n}`,
        );
        await expect(access.assert(user, permission, refs)).rejects.toThrow(
          /must name 1 to 100 entities/,
        );
      });
    });

    describe('restrict', () => {
      it.each([
        ['all that is alive', {}, user, [gateway, gateways, router]],
        ['nothing, denied', { list: DENY }, user, []],
        ['nothing, blind', { catalogList: DENY }, user, []],
        [
          'what the permission allows',
          { list: when(ownedBy('ai-team')) },
          user,
          [gateways, router],
        ],
        [
          'what both allow',
          {
            list: when(ownedBy('ai-team')),
            catalogList: when({ not: ownedBy('ai-team') }),
          },
          user,
          [],
        ],
        ['nothing, a service denied', { list: DENY }, service, []],
      ])('shows %s', async (_, options, credentials, expected) => {
        const { access, knex } = await create(databaseId, options);
        await knex.schema.createTable('records', t => t.string('entity_ref'));
        await knex('records').insert(
          [gateway, gateways, router, 'component:default/gone'].map(ref => ({
            entity_ref: ref,
          })),
        );
        const restriction = await access.restrict(credentials, permission);
        expect(restriction.unknownRule).toBe(false);
        expect(
          await restriction
            .apply(knex('records'), 'records.entity_ref')
            .orderBy('entity_ref')
            .pluck('entity_ref'),
        ).toEqual(expected);
      });

      it('hides nothing from a service, not even what is gone', async () => {
        const { access, knex } = await create(databaseId, {
          catalogList: DENY,
        });
        const restriction = await access.restrict(service, permission);
        const query = knex('records');
        expect(restriction.apply(query, 'records.entity_ref').toString()).toBe(
          knex('records').toString(),
        );
      });

      it('filters pages where a rule is not known', async () => {
        const unknown = when({
          not: { resourceType: 'test-entity', rule: 'IS_ON_FIRE' },
        });
        const { access } = await create(databaseId, {
          list: unknown,
          visible: [GATEWAY, ROUTER],
          permitted: [router, gateways],
        });
        const restriction = await access.restrict(user, permission);
        if (!restriction.unknownRule) {
          throw new Error('the rule must be unknown');
        }
        expect(
          await restriction.filterPage([gateway, router, gateways]),
        ).toEqual([router]);
        expect(await restriction.filterPage([])).toEqual([]);
      });
    });
  });
});
