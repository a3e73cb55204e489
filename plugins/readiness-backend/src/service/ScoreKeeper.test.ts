import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { CatalogProjection } from '@maestro-conductor/backend-kit';
import { FakeEvidence } from '../__testUtils__/FakeEvidence';
import { component, fact, NOW } from '../__testUtils__/samples';
import { KnexReadinessStore } from '../database/KnexReadinessStore';
import { migrationsDir } from '../database/migrations';
import { readSettings } from '../domain/readSettings';
import { Scorecard } from './Scorecard';
import { ScoreEvaluator } from './ScoreEvaluator';
import { ScoreKeeper } from './ScoreKeeper';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

/** More than two lists of what is due, and a page that is not full. */
const MANY = 4_100;

async function create(
  id: TestDatabaseId,
  names: string[],
  prs: object = { weights: { slo: 1 } },
) {
  const knex = await databases.init(id);
  await knex.migrate.latest({ directory: migrationsDir });
  const projection = new CatalogProjection();
  await knex.transaction(tx =>
    projection.upsert(
      tx,
      names.map(name => component(name)),
    ),
  );
  const store = new KnexReadinessStore({ knex, projection });
  const settings = readSettings({ scorecards: { prs } });
  const scorecard = await Scorecard.load({ settings, store, now: NOW });
  const evidence = new FakeEvidence();
  const auth = mockServices.auth();
  const now = () => NOW;
  const evaluator = new ScoreEvaluator({ evidence, auth, now });
  const keeper = new ScoreKeeper({
    store,
    evaluator,
    scorecard,
    environments: ['production'],
    evidence,
    auth,
    now,
  });
  const refs = names.map(name => `component:default/${name}`);
  const scores = async () => {
    const kept = await store.readScores(
      refs.map(entityRef => ({
        tenant: 'default',
        scorecard: 'prs',
        environment: 'production',
        entityRef,
      })),
    );
    return refs.map(entityRef =>
      kept.get({
        tenant: 'default',
        scorecard: 'prs',
        environment: 'production',
        entityRef,
      }),
    );
  };
  return { keeper, evidence, knex, refs, scores };
}

describe.each(databases.eachSupportedId())('ScoreKeeper, %s', id => {
  it('evaluates every entity once, however many pages they fill', async () => {
    const names = Array.from({ length: MANY }, (_, n) => `service-${n}`);
    const { keeper, evidence, knex } = await create(id, names);
    await expect(keeper.evaluateAll('production')).resolves.toEqual({
      environment: 'production',
      evaluated: MANY,
      changed: MANY,
      startedAt: NOW.toISOString(),
      finishedAt: NOW.toISOString(),
    });
    expect(new Set(evidence.reads.flat()).size).toBe(MANY);
    expect(evidence.reads.flat()).toHaveLength(MANY);
    const count = async (table: string) =>
      Number((await knex(table).count({ rows: '*' }))[0].rows);
    expect(await count('scores')).toBe(MANY);
    expect(await count('score_history')).toBe(MANY);
    expect(await count('reconstructions')).toBe(MANY);
    await expect(keeper.keepCurrent()).resolves.toBe(0);
  });

  it('counts what says something else than before, and leaves the rest as it is', async () => {
    const names = ['gateway', 'ledger', 'router'];
    const { keeper, evidence, scores, refs } = await create(id, names);
    evidence.put(
      ...refs.map(entityRef => fact('slo.adherence', 0.5, { entityRef })),
    );
    await keeper.evaluateAll('production');
    evidence.put(fact('slo.adherence', 0.75, { entityRef: refs[1] }));
    await expect(keeper.evaluateAll('production')).resolves.toMatchObject({
      evaluated: 3,
      changed: 1,
    });
    const kept = await scores();
    expect(kept.map(stored => stored?.score.score)).toEqual([0.5, 0.75, 0.5]);
    expect(kept.map(stored => stored?.revision)).toEqual([2, 2, 2]);
  });

  it('looks at entities where a dimension asks for some only', async () => {
    const { keeper, evidence, scores, refs } = await create(
      id,
      ['gateway', 'ledger'],
      {
        weights: { slo: 0.5, coverage: 0.5 },
        appliesTo: { coverage: { 'metadata.name': 'ledger' } },
      },
    );
    evidence.put(
      ...refs.map(entityRef => fact('slo.adherence', 1, { entityRef })),
    );
    await keeper.evaluateAll('production');
    const kept = await scores();
    expect(kept.map(stored => stored?.score.score)).toEqual([1, 0.5]);
  });

  it('refuses to begin twice, and goes on with the next after a failure', async () => {
    const { keeper, evidence, scores } = await create(id, ['gateway']);
    const one = keeper.evaluateAll('production');
    await expect(keeper.evaluateAll('production')).rejects.toThrow(
      'are being evaluated at this moment',
    );
    await one;
    const before = await scores();
    evidence.failure = new Error('connection refused');
    await expect(keeper.evaluateAll('production')).rejects.toThrow(
      'connection refused',
    );
    expect(await scores()).toEqual(before);
    evidence.failure = undefined;
    await expect(keeper.evaluateAll('production')).resolves.toMatchObject({
      evaluated: 1,
    });
  });
});
