import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  assertEveryMethodAuthorized,
  CatalogProjection,
  EntityAccess,
  EntityDirectory,
} from '@maestro-conductor/backend-kit';
import { FakeEvidence } from '../__testUtils__/FakeEvidence';
import {
  component,
  excellentFacts,
  group,
  NOW,
} from '../__testUtils__/samples';
import { KnexReadinessStore } from '../database/KnexReadinessStore';
import { migrationsDir } from '../database/migrations';
import { readSettings } from '../domain/readSettings';
import { AuthorizedReadiness } from './AuthorizedReadiness';
import { DefaultReadiness } from './DefaultReadiness';
import { Gate } from './Gate';
import { Scorecard } from './Scorecard';
import { ScoreEvaluator } from './ScoreEvaluator';
import { ScoreKeeper } from './ScoreKeeper';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const entities = [group('edge-team'), component('gateway')];

const ALLOWED = { result: AuthorizeResult.ALLOW } as const;
const DENIED = { result: AuthorizeResult.DENY } as const;
/** Scores of what somebody else owns. */
const CONDITIONAL: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'readiness',
  resourceType: 'readiness-entity',
  conditions: {
    rule: 'IS_ENTITY_OWNER',
    resourceType: 'readiness-entity',
    params: { claims: ['group:default/other-team'] },
  },
};

async function create(
  result: AuthorizeResult,
  readinessOnly = false,
  inCatalog: Entity[] = entities,
) {
  const knex = await databases.init('SQLITE_3');
  await knex.migrate.latest({ directory: migrationsDir });
  const projection = new CatalogProjection();
  await knex.transaction(async tx => {
    await projection.upsert(tx, entities);
    await projection.rebuildGroupClosure(tx);
  });
  const store = new KnexReadinessStore({ knex, projection });
  const settings = readSettings();
  const auth = mockServices.auth();
  const catalog = catalogServiceMock({ entities: inCatalog });
  const evidence = new FakeEvidence();
  evidence.put(...excellentFacts());
  const now = () => NOW;
  const scorecard = await Scorecard.load({ settings, store, now: NOW });
  const evaluator = new ScoreEvaluator({ evidence, auth, now });
  const inner = new DefaultReadiness({
    store,
    directory: new EntityDirectory({ knex, projection, catalog, auth }),
    scorecard,
    gate: new Gate({
      evidence,
      auth,
      scorecard,
      contributors: [],
      logger: mockServices.logger.mock(),
    }),
    evaluator,
    keeper: new ScoreKeeper({
      store,
      evaluator,
      scorecard,
      environments: settings.environments,
      evidence,
      auth,
      now,
    }),
    settings,
    now,
  });
  const conditional = result === AuthorizeResult.CONDITIONAL;
  const decide = (request: { permission: { name: string } }) => {
    const ofCatalog = request.permission.name.startsWith('catalog.');
    if ((readinessOnly || conditional) && ofCatalog) return ALLOWED;
    // The conditions are not met by the one component there is.
    return result === AuthorizeResult.ALLOW ? ALLOWED : DENIED;
  };
  const permissions = mockServices.permissions.mock({
    authorize: async requests => requests.map(decide),
    authorizeConditional: async requests =>
      requests.map(request =>
        conditional && decide(request) === DENIED
          ? CONDITIONAL
          : decide(request),
      ),
  });
  const [scored] = await evaluator.evaluate(
    scorecard.definition!,
    'production',
    [...(await projection.get(knex, ['component:default/gateway'])).values()],
  );
  await store.transaction(tx => store.saveScores(tx, [{ score: scored }]));
  const decision = await inner.askGate({ entity: 'gateway' }, 'external:ci');
  return {
    decision,
    readiness: new AuthorizedReadiness({
      inner,
      permissions,
      access: new EntityAccess({
        permissions,
        catalog,
        auth,
        projection,
        knex,
      }),
    }),
  };
}

const options = { credentials: mockCredentials.user('user:default/nobody') };
const gateway = { entity: 'gateway' };
const weights = { weights: { coverage: 1 } };

function callsWith(id: string) {
  type Calls = Parameters<
    typeof assertEveryMethodAuthorized<AuthorizedReadiness>
  >[0]['calls'];
  return {
    askGate: r => r.askGate(gateway, options),
    getDecision: r => r.getDecision(id, options),
    listDecisions: r => r.listDecisions(gateway, options),
    getScore: r => r.getScore(gateway, options),
    getScores: r => r.getScores({ entities: ['gateway'] }, options),
    getHistory: r => r.getHistory(gateway, options),
    getChanges: r => r.getChanges(gateway, options),
    listScores: r => r.listScores({}, options),
    getFacets: r => r.getFacets({}, options),
    exportScores: r => r.exportScores({}, options),
    getTeam: r => r.getTeam({ group: 'edge-team' }, options),
    listTeams: r => r.listTeams({}, options),
    getSummary: r => r.getSummary({}, options),
    evaluateScores: r => r.evaluateScores({}, options),
    getScorecards: r => r.getScorecards(options),
    validateScorecard: r => r.validateScorecard(weights, options),
  } satisfies Calls;
}

describe('AuthorizedReadiness', () => {
  it.each([
    ['nothing at all', false],
    ['nothing but the catalog', true],
  ])('refuses every method to who may see %s', async (_, readinessOnly) => {
    const { readiness, decision } = await create(
      AuthorizeResult.DENY,
      readinessOnly,
    );
    await expect(
      assertEveryMethodAuthorized({
        authorized: readiness,
        calls: callsWith(decision.id),
      }),
    ).resolves.toBeUndefined();
  });

  it('does not tell which entity a decision is about to who may not see it', async () => {
    const { readiness, decision } = await create(
      AuthorizeResult.ALLOW,
      false,
      [],
    );
    await expect(readiness.getDecision(decision.id, options)).rejects.toThrow(
      `There is no gate decision ${decision.id}`,
    );
  });

  it('lets every method through for who may', async () => {
    const { readiness, decision } = await create(AuthorizeResult.ALLOW);
    const calls = callsWith(decision.id);
    for (const call of Object.values(calls)) {
      await expect(call(readiness)).resolves.toBeDefined();
    }
    const asked = await calls.askGate(readiness);
    expect(asked).toMatchObject({
      decision: 'pass',
      askedBy: 'user:default/nobody',
    });
    expect(await calls.listScores(readiness)).toMatchObject({ totalItems: 1 });
    expect(await calls.listTeams(readiness)).toMatchObject({
      items: [{ groupRef: 'group:default/edge-team', services: 1, ready: 1 }],
    });
  });

  it('holds kept scores back by the conditions of the policy', async () => {
    const { readiness } = await create(AuthorizeResult.CONDITIONAL);
    await expect(readiness.getScore(gateway, options)).rejects.toThrow(
      /readiness\.score\.read is not allowed for component:default\/gateway/,
    );
    expect(
      await readiness.getScores({ entities: ['gateway'] }, options),
    ).toEqual({
      items: [],
      definitions: [],
      missing: ['component:default/gateway'],
    });
    const allowed = await create(AuthorizeResult.ALLOW);
    expect(
      await allowed.readiness.getScores({ entities: ['gateway'] }, options),
    ).toMatchObject({ items: [expect.any(Buffer)], missing: [] });
  });

  it('shows a person one score only by what the catalog says now', async () => {
    // Kept, and still in the projection; the catalog hides it since a moment ago.
    const hidden = await create(AuthorizeResult.ALLOW, false, []);
    await expect(hidden.readiness.getScore(gateway, options)).rejects.toThrow(
      'There is no entity component:default/gateway in the catalog',
    );
    const seen = await create(AuthorizeResult.ALLOW);
    expect(await seen.readiness.getScore(gateway, options)).toEqual(
      await seen.readiness.getScore(gateway, {
        credentials: mockCredentials.service('external:ci-intelgraph'),
      }),
    );
  });

  it('knows one entity as soon as the catalog does', async () => {
    const { readiness } = await create(AuthorizeResult.ALLOW, false, [
      ...entities,
      component('ledger'),
      { ...component('docs'), kind: 'API' },
    ]);
    const score = await readiness.getScore({ entity: 'ledger' }, options);
    expect(score).toMatchObject({ entityRef: 'component:default/ledger' });
    expect(score.dimensions.map(({ verdict }) => verdict)).toContain('no-data');
    await expect(
      readiness.getScore({ entity: 'api:default/docs' }, options),
    ).rejects.toThrow(
      'api:default/docs has no score: the filter of scorecard prs leaves it out',
    );
    // Among many it is not evaluated, and so missing.
    expect(
      await readiness.getScores({ entities: ['ledger'] }, options),
    ).toMatchObject({ items: [], missing: ['component:default/ledger'] });
  });

  it('writes down who asked, a person or a service', async () => {
    const { readiness } = await create(AuthorizeResult.ALLOW);
    const credentials = mockCredentials.service('external:ci-intelgraph');
    const decision = await readiness.askGate(gateway, { credentials });
    expect(decision.askedBy).toBe('external:ci-intelgraph');
  });

  it('names what is near where there is no such entity', async () => {
    const { readiness } = await create(AuthorizeResult.ALLOW);
    await expect(
      readiness.askGate({ entity: 'gatway' }, options),
    ).rejects.toThrow(
      /There is no entity component:default\/gatway in the catalog; did you mean component:default\/gateway\?/,
    );
  });
});
