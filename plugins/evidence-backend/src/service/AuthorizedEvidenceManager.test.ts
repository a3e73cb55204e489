import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  assertEveryMethodAuthorized,
  CatalogWatcher,
  EntityAccess,
} from '@maestro-conductor/backend-kit';
import { PluginFact } from '@maestro-conductor/plugin-evidence-common';
import { ProducerRule } from '../domain/producers';
import { freshnessRules } from '../domain/freshness';
import { component } from '../__testUtils__/entities';
import { createStores, newRecord } from '../__testUtils__/stores';
import { AuthorizedEvidenceManager } from './AuthorizedEvidenceManager';
import { CatalogSync } from './CatalogSync';
import { DefaultEvidenceManager } from './DefaultEvidenceManager';
import { PluginFacts } from './PluginFacts';
import { PushPipeline } from './PushPipeline';
import { EvidenceManager } from './types';
import { PushTraffic } from './PushTraffic';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const user = { credentials: mockCredentials.user() };
const service = { credentials: mockCredentials.service('plugin:readiness') };

const RULE: ProducerRule = {
  subject: 'external:ci-sample',
  entities: ['component:default/gateway'],
  kinds: ['sbom'],
  environments: [''],
  facts: [],
};

async function createManager(options: {
  decision: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  /** What users see of the catalog. */
  visible?: string[];
}) {
  const { decision, visible = ['gateway', 'hidden'] } = options;
  const { knex, projection, store, entities } = await createStores(
    databases,
    'SQLITE_3',
  );
  const everything = catalogServiceMock({
    entities: ['gateway', 'hidden'].map(name => component(name)),
  });
  const ofUsers = catalogServiceMock({
    entities: visible.map(name => component(name)),
  });
  const catalog = catalogServiceMock.mock({
    getEntitiesByRefs: (request, call) => {
      const { principal } = (call as typeof user).credentials;
      return (
        principal.type === 'user' ? ofUsers : everything
      ).getEntitiesByRefs(request);
    },
  });
  const auth = mockServices.auth();
  const permissions = mockServices.permissions.mock({
    authorize: async requests => requests.map(() => ({ result: decision })),
    authorizeConditional: async requests =>
      requests.map(() => ({ result: decision })),
  });
  const sync = new CatalogSync({
    store: entities,
    watcher: new CatalogWatcher({ catalog, auth }),
    collectors: [],
    now: () => new Date(),
  });
  const manager = new AuthorizedEvidenceManager({
    manager: new DefaultEvidenceManager({
      store,
      catalog: sync,
      pipeline: new PushPipeline({
        catalog: sync,
        readers: [],
        pace: async () => {},
        freshness: freshnessRules(),
        newId: () => 'new',
        logger: mockServices.logger.mock(),
      }),
      traffic: new PushTraffic(),
      pluginFacts: new PluginFacts({
        store,
        catalog: sync,
        freshness: freshnessRules(),
      }),
      now: () => new Date(),
    }),
    access: new EntityAccess({ permissions, catalog, auth, projection, knex }),
    permissions,
    catalog: sync,
    entities,
    producers: [RULE, { ...RULE, subject: 'user:default/mock' }],
  });
  await store.addRecord(
    newRecord('known', {
      observedAt: new Date().toISOString(),
      values: { 'test.total': 1 },
    }),
  );
  return manager;
}

const file = {
  fileName: 'a.json',
  mediaType: 'application/json',
  sha256: 'a'.repeat(64),
  read: async () => Buffer.from('{}'),
};
const push = {
  items: [{ file: 'a', entity: 'gateway', kind: 'sbom' }],
  files: new Map([['a', file]]),
};
const latest = {
  entityRefs: ['component:default/gateway'],
  environment: 'production',
};

const FACT: PluginFact = {
  entityRef: 'component:default/gateway',
  environment: 'production',
  name: 'slo.adherence',
  type: 'number',
  value: 1,
  observedAt: '2026-03-01T00:00:00Z',
};

const CALLS: {
  [TMethod in keyof EvidenceManager]: (
    manager: EvidenceManager,
  ) => Promise<unknown>;
} = {
  assertMayPush: manager => manager.assertMayPush(user).then(() => 'allowed'),
  pushRecords: manager => manager.pushRecords(push, user),
  listRecords: manager =>
    manager.listRecords({ entityRef: 'component:default/gateway' }, user),
  getRecordFacets: manager =>
    manager.getRecordFacets({ entityRef: 'component:default/gateway' }, user),
  getRecord: manager => manager.getRecord({ id: 'known' }, user),
  getContent: manager => manager.getContent({ id: 'known' }, user),
  getLatestFacts: manager => manager.getLatestFacts(latest, user),
  getFactSheets: manager => manager.getFactSheets(latest, user),
  getEntityFacts: manager =>
    manager.getEntityFacts(
      {
        entityRef: 'component:default/gateway',
        environment: 'production',
      },
      user,
    ),
  getFactHistory: manager =>
    manager.getFactHistory(
      {
        entityRef: 'component:default/gateway',
        environment: 'production',
        names: ['test.total'],
        from: '2020-01-01T00:00:00Z',
        to: '2100-01-01T00:00:00Z',
      },
      user,
    ),
  getChanges: manager => manager.getChanges({ after: 0 }, user),
  putFacts: manager => manager.putFacts({ facts: [FACT] }, user),
};

describe('AuthorizedEvidenceManager', () => {
  it('refuses every method to a user without any permission', async () => {
    const authorized: EvidenceManager = await createManager({
      decision: AuthorizeResult.DENY,
    });
    await expect(
      assertEveryMethodAuthorized({ authorized, calls: CALLS }),
    ).resolves.toBeUndefined();
  });

  it('lets a permitted user do all but read the feed and tell facts', async () => {
    const manager = await createManager({ decision: AuthorizeResult.ALLOW });
    const { getChanges, putFacts, ...others } = CALLS;
    for (const call of Object.values(others)) {
      expect(await call(manager)).toBeTruthy();
    }
    await expect(getChanges(manager)).rejects.toThrow('for services only');
    await expect(putFacts(manager)).rejects.toThrow('by plugins of the portal');
    expect((await manager.getChanges({ after: 0 }, service)).items).not.toEqual(
      [],
    );
  });

  it('does not tell of what the catalog hides from a user', async () => {
    const manager = await createManager({
      decision: AuthorizeResult.ALLOW,
      visible: ['hidden'],
    });
    await expect(manager.getRecord({ id: 'known' }, user)).rejects.toThrow(
      'There is no evidence record known.',
    );
    await expect(manager.getContent({ id: 'known' }, user)).rejects.toThrow(
      'There is no evidence record known.',
    );
    const { items } = await manager.pushRecords(
      {
        ...push,
        items: [
          push.items[0],
          // Each of these would tell by another error that there is such an entity.
          { ...push.items[0], tenant: 'guess' },
          { ...push.items[0], kind: 'scan' },
          { ...push.items[0], entity: 'nothing' },
        ],
      },
      user,
    );
    for (const [index, { error }] of items.entries()) {
      expect(error?.code).toBe('UnknownEntity');
      expect(error?.message).toMatch(
        index < 3
          ? /^entity: component:default\/gateway is not in the catalog\./
          : /^entity: component:default\/nothing is not in the catalog\./,
      );
    }
  });

  it('holds a producer to its rule', async () => {
    const manager = await createManager({ decision: AuthorizeResult.DENY });
    const ci = { credentials: mockCredentials.service('external:ci-sample') };
    const { items } = await manager.pushRecords(
      {
        ...push,
        items: [
          push.items[0],
          { ...push.items[0], entity: 'hidden' },
          { ...push.items[0], kind: 'scan' },
          { ...push.items[0], environment: 'production' },
        ],
      },
      ci,
    );
    expect(items.map(item => item.error?.field ?? item.status)).toEqual([
      'created',
      'entity',
      'kind',
      'environment',
    ]);
  });

  it('lets a plugin tell facts of its own names, and nobody else', async () => {
    const manager = await createManager({ decision: AuthorizeResult.DENY });
    const as = (subject: string) => ({
      credentials: mockCredentials.service(subject),
    });
    const facts = [FACT, { ...FACT, name: 'readiness.score' }];
    expect(await manager.putFacts({ facts }, as('plugin:slo'))).toMatchObject({
      written: 1,
      rejected: [{ index: 1, error: { code: 'NotAllowed', field: 'name' } }],
    });
    expect(
      await manager.putFacts({ facts: [FACT] }, as('plugin:readiness')),
    ).toMatchObject({ written: 0, rejected: [{ index: 0 }] });
    await expect(
      manager.putFacts({ facts: [FACT] }, as('external:ci-sample')),
    ).rejects.toThrow('by plugins of the portal');
  });
});
