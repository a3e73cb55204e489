import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  assertEveryMethodAuthorized,
  EntityAccess,
  EntityDirectory,
} from '@maestro-conductor/backend-kit';
import { PushedSeries } from '@maestro-conductor/plugin-slo-common';
import { createBoards, entity } from '../__testUtils__/createBoards';
import { idOf, NOW, objective } from '../__testUtils__/objectives';
import { AuthorizedSlo } from './AuthorizedSlo';
import { DefaultSlo } from './DefaultSlo';
import { SampleKeeper } from './SampleKeeper';
import { SampleProducers } from './SampleProducers';
import { SeriesReader } from './SeriesReader';
import { SloService } from './types';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const ALLOWED = { result: AuthorizeResult.ALLOW } as const;
const DENIED = { result: AuthorizeResult.DENY } as const;
/** Objectives of what somebody else owns. */
const CONDITIONAL: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'slo',
  resourceType: 'slo-entity',
  conditions: {
    rule: 'IS_ENTITY_OWNER',
    resourceType: 'slo-entity',
    params: { claims: ['group:default/others'] },
  },
};

const gateway = entity('Component', 'gateway', { owner: 'edge' });
const entities = [entity('Group', 'edge'), gateway];
const reads = objective();
const ID = idOf(reads);
const now = () => NOW;

const user = { credentials: mockCredentials.user('user:default/somebody') };
const ci = { credentials: mockCredentials.service('external:ci') };

const PRODUCERS = ['external:ci', 'user:default/somebody'].map(subject => ({
  subject,
  kinds: ['facts'],
  entities: ['component:default/gateway', 'component:default/gatewya'],
  environments: ['production'],
}));

async function create(
  decide: (permission: string) => PolicyDecision,
  { inCatalog = entities, producers = PRODUCERS } = {},
) {
  const world = await createBoards(databases, 'SQLITE_3');
  const { knex, projection, samples, states, objectives, boards } = world;
  await world.put(...entities);
  await world.declare(reads);
  await knex('documents').insert({
    id: (await knex('objectives').first()).document,
    location: 'slo',
    kind: 'folder',
    problems: '[]',
    read_at: NOW,
    good_at: NOW,
  });
  const catalog = catalogServiceMock({ entities: inCatalog });
  const auth = mockServices.auth();
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) =>
        decide(permission.name).result === AuthorizeResult.ALLOW
          ? ALLOWED
          : DENIED,
      ),
    authorizeConditional: async requests =>
      requests.map(({ permission }) => decide(permission.name)),
  });
  const shared = { knex, projection, catalog, auth };
  return new AuthorizedSlo({
    inner: new DefaultSlo({
      ...{ objectives, boards, states, now },
      series: new SeriesReader({ samples, now }),
      samples: new SampleKeeper({ samples, states, now }),
    }),
    access: new EntityAccess({ ...shared, permissions }),
    permissions,
    producers: new SampleProducers({
      config: new ConfigReader({ evidence: { producers } }),
      entities: new EntityDirectory(shared),
    }),
  });
}

const series = (more: Partial<PushedSeries> = {}): PushedSeries => ({
  entityRef: 'gateway',
  slo: 'reads',
  samples: [{ time: '2026-11-20T11:00:00Z', good: 9, total: 10 }],
  ...more,
});

const calls = {
  listObjectives: slo => slo.listObjectives({}, user),
  getByEntities: slo => slo.getByEntities({ entityRefs: ['gateway'] }, user),
  getObjective: slo => slo.getObjective(ID, user),
  getSeries: slo => slo.getSeries({ id: ID }, user),
  listTeams: slo => slo.listTeams({}, user),
  pushSamples: slo => slo.pushSamples({ items: [series()] }, user),
  listDocuments: slo => slo.listDocuments({}, user),
} satisfies Parameters<
  typeof assertEveryMethodAuthorized<SloService>
>[0]['calls'];

describe('AuthorizedSlo', () => {
  it.each([
    ['nothing at all', () => DENIED],
    [
      'nothing but the catalog',
      (name: string) => (name.startsWith('catalog.') ? ALLOWED : DENIED),
    ],
  ])('refuses every method to who may see %s', async (_, decide) => {
    const checked = assertEveryMethodAuthorized({
      authorized: (await create(decide, { producers: [] })) as SloService,
      calls,
    });
    await expect(checked).resolves.toBeUndefined();
  });

  it('lets every method through for who may', async () => {
    const slo = await create(() => ALLOWED);
    for (const call of Object.values(calls)) {
      await expect(call(slo)).resolves.toBeDefined();
    }
    expect(await slo.listObjectives({}, user)).toMatchObject({
      items: [{ objective: { id: ID } }],
      summary: { total: 1, pending: 1 },
      windows: ['30d'],
      environments: ['production'],
    });
    expect(await slo.getObjective(ID, user)).toMatchObject({
      objective: { id: ID, ownerRef: 'group:default/edge' },
      document: { location: 'slo.yaml', line: 1, problems: [] },
      history: [],
    });
    expect((await slo.listTeams({}, user)).items).toEqual([
      expect.objectContaining({ groupRef: 'group:default/edge' }),
    ]);
  });

  it('holds objectives back by the conditions of the policy', async () => {
    const slo = await create(name =>
      name.startsWith('slo.') ? CONDITIONAL : ALLOWED,
    );
    expect(await slo.listObjectives({}, user)).toMatchObject({
      items: [],
      summary: { total: 0 },
    });
    const { items } = await slo.getByEntities(
      { entityRefs: ['gateway'] },
      user,
    );
    expect(items).toEqual([]);
    await expect(slo.getObjective(ID, user)).rejects.toThrow(
      /slo\.objective\.read is not allowed/,
    );
    await expect(slo.listDocuments({}, user)).rejects.toThrow(
      /slo\.document\.read is for administrators/,
    );
  });

  it('does not tell which entity an objective is about to who may not see it', async () => {
    const slo = await create(() => ALLOWED, { inCatalog: [] });
    for (const ask of [calls.getObjective, calls.getSeries]) {
      await expect(ask(slo)).rejects.toThrow(`There is no objective ${ID}`);
    }
  });

  it('names what is near an unknown objective, by id and by name, as far as it may be seen', async () => {
    const slo = await create(() => ALLOWED);
    const near = `did you mean ${ID} (reads of component:default/gateway)?`;
    for (const id of ['raeds', `${ID.slice(0, 14)}zz`]) {
      await expect(slo.getObjective(id, user)).rejects.toThrow(near);
    }
    const blind = await create(name =>
      name === 'slo.objective.read' ? CONDITIONAL : ALLOWED,
    );
    await expect(blind.getObjective('raeds', user)).rejects.toThrow(
      /^There is no objective raeds\. GET/,
    );
  });

  it('takes samples of producers for what they may speak for, and of people who may besides', async () => {
    const slo = await create(() => ALLOWED);
    const items = [
      series(),
      series({ environment: 'staging' }),
      series({ entityRef: 'ledger' }),
      series({ entityRef: 'gatewya' }),
    ];
    const pushed = await slo.pushSamples({ items }, ci);
    expect(pushed.items.map(({ status }) => status)).toEqual([
      'accepted',
      'rejected',
      'rejected',
      'rejected',
    ]);
    const errors = pushed.items.map(({ error }) => error?.code);
    expect(errors.slice(1)).toEqual([
      'NotAllowed',
      'NotAllowed',
      'UnknownEntity',
    ]);
    expect(pushed.items[3].error?.message).toMatch(
      /did you mean component:default\/gateway\?/,
    );
    await expect(
      slo.pushSamples(
        { items },
        { credentials: mockCredentials.service('external:stranger') },
      ),
    ).rejects.toThrow(/evidence\.producers/);
    const reader = await create(name =>
      name === 'slo.sample.create' ? DENIED : ALLOWED,
    );
    const { items: refused } = await reader.pushSamples(
      { items: [series()] },
      user,
    );
    expect(refused[0].error).toMatchObject({ code: 'NotAllowed' });
  });
});
