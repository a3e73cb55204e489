import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  CatalogProjection,
  CatalogWatcher,
} from '@maestro-conductor/backend-kit';
import { FakeEvidence } from '../__testUtils__/FakeEvidence';
import {
  component,
  daysBefore,
  excellentFacts,
  fact,
  GATEWAY,
  group,
  NOW,
} from '../__testUtils__/samples';
import { KnexReadinessStore } from '../database/KnexReadinessStore';
import { migrationsDir } from '../database/migrations';
import { readSettings } from '../domain/readSettings';
import { FactFollower } from '../service/FactFollower';
import { Scorecard } from '../service/Scorecard';
import { ScoreEvaluator } from '../service/ScoreEvaluator';
import { ScoreKeeper } from '../service/ScoreKeeper';
import { createFeedConsumer } from './createFeedConsumer';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const KEY = {
  tenant: 'default',
  scorecard: 'prs',
  entityRef: GATEWAY,
  environment: 'production',
};
const EVER = new Date(0);

async function create(id: TestDatabaseId) {
  const knex = await databases.init(id);
  await knex.migrate.latest({ directory: migrationsDir });
  const projection = new CatalogProjection();
  const store = new KnexReadinessStore({ knex, projection });
  const evidence = new FakeEvidence();
  const entities: Entity[] = [group('edge-team'), component('gateway')];
  const auth = mockServices.auth();
  const clock = { now: NOW };
  const now = () => clock.now;

  /** A replica of its own on the same database, with the configuration of its own. */
  const replica = async (config = {}) => {
    const settings = readSettings(config);
    const scorecard = await Scorecard.load({ settings, store, now: NOW });
    const catalog = catalogServiceMock({ entities });
    const watcher = new CatalogWatcher({ catalog, auth });
    const evaluator = new ScoreEvaluator({ evidence, auth, now });
    const { environments } = settings;
    const shared = { store, evaluator, scorecard, environments, now };
    const follower = new FactFollower({ ...shared, projection, watcher });
    const consumer = createFeedConsumer({
      handle: knex,
      store,
      projection,
      watcher,
      follower,
      evidence,
      auth,
      now,
    });
    const keeper = new ScoreKeeper({ ...shared, evidence, auth });
    const follow = async () => {
      let last;
      do {
        last = await consumer.runOnce();
      } while (last.outcome === 'applied');
      return last;
    };
    return { consumer, keeper, follow, scorecard };
  };
  const stored = async () => (await store.readScores([KEY])).get(KEY);
  const history = () => store.readHistory(KEY, EVER);
  return { knex, store, evidence, entities, clock, replica, stored, history };
}

describe.each(databases.eachSupportedId())('following evidence, %s', id => {
  it('scores an entity from its first facts on, and again with every change', async () => {
    const { evidence, replica, stored, history } = await create(id);
    const { follow } = await replica();
    evidence.tell('entity-created', GATEWAY);
    await follow();
    expect((await stored())!.score).not.toHaveProperty('score');

    evidence.put(...excellentFacts());
    await follow();
    expect((await stored())!.score).toMatchObject({ score: 1, level: 'gold' });
    expect((await history()).map(p => p.score)).toEqual([undefined, 1]);
  });

  it('keeps the last good score, and its place, where evidence cannot be read', async () => {
    const { evidence, replica, stored } = await create(id);
    const { follow } = await replica();
    evidence.put(...excellentFacts());
    await follow();
    evidence.put(fact('slo.adherence', 0, { observedAt: NOW.toISOString() }));
    evidence.failure = new Error('away');
    await expect(follow()).rejects.toThrow('away');
    expect((await stored())!.score.score).toBe(1);
    evidence.failure = undefined;
    await follow();
    expect((await stored())!.score.score).toBeCloseTo(0.75, 12);
  });

  it('removes the score of what is gone from the catalog, and keeps its history', async () => {
    const { evidence, entities, replica, stored, history } = await create(id);
    evidence.put(...excellentFacts());
    await (await replica()).follow();
    entities.pop();
    evidence.tell('entity-deleted', GATEWAY);
    await (await replica()).follow();
    expect(await stored()).toBeUndefined();
    expect(await history()).toHaveLength(1);
  });

  it('takes effect once with two replicas', async () => {
    const { evidence, replica, stored, history, knex } = await create(id);
    const one = await replica();
    const other = await replica();
    await one.follow();
    for (let round = 1; round <= 5; round++) {
      evidence.put(
        fact('slo.adherence', round / 10, {
          observedAt: new Date(NOW.getTime() + round).toISOString(),
        }),
      );
      const outcomes = await Promise.all([
        one.consumer.runOnce(),
        other.consumer.runOnce(),
      ]);
      expect(outcomes.filter(o => o.outcome === 'applied')).toHaveLength(1);
      expect((await stored())!.revision).toBe(round);
    }
    expect((await stored())!.score.score).toBeCloseTo(0.125, 12);
    expect((await history()).length).toBeGreaterThan(0);
    expect(Number((await knex('feed_cursors').first()).position)).toBe(5);
  });

  it('takes a snapshot where the feed was cut off, and evaluates everything anew', async () => {
    const { evidence, entities, replica, stored, clock } = await create(id);
    const { follow, keeper } = await replica();
    evidence.put(...excellentFacts());
    await follow();
    entities.push(component('ledger'));
    evidence.tell('entity-created', 'component:default/ledger');
    evidence.put(fact('slo.adherence', 0, { observedAt: NOW.toISOString() }));
    evidence.tell('record', GATEWAY);
    evidence.cutOff();
    clock.now = new Date(NOW.getTime() + 1000);
    await (await replica()).follow();
    await keeper.keepCurrent();
    expect((await stored())!.score.score).toBeCloseTo(0.75, 12);
    const again = (await replica()).consumer;
    await expect(again.runOnce()).resolves.toMatchObject({ outcome: 'idle' });
  });

  it('evaluates every hour and at the change of day, for age alone lowers a score', async () => {
    const { evidence, replica, clock, stored, history } = await create(id);
    const { follow, keeper } = await replica();
    evidence.put(...excellentFacts());
    await follow();
    await expect(keeper.keepCurrent()).resolves.toBe(0);
    clock.now = new Date(NOW.getTime() + 3_600_000);
    await expect(keeper.keepCurrent()).resolves.toBe(1);
    await expect(keeper.keepCurrent()).resolves.toBe(0);
    clock.now = new Date('2026-03-16T00:00:30.000Z');
    await expect(keeper.keepCurrent()).resolves.toBe(1);
    clock.now = new Date(daysBefore(-15));
    await keeper.keepCurrent();
    expect((await stored())!.score.score).toBeLessThan(1);
    expect((await history()).map(point => point.at)).toEqual([
      NOW.toISOString(),
      '2026-03-16T00:00:30.000Z',
      daysBefore(-15),
    ]);
  });

  it('works out the days before the first evaluation, and again when more of them comes in', async () => {
    const { evidence, replica, history } = await create(id);
    const { follow, keeper } = await replica();
    const slo = (value: number, days: number) =>
      fact('slo.adherence', value, { observedAt: daysBefore(days) });
    evidence.put(slo(1, 2), slo(0.5, 0));
    await follow();
    await expect(keeper.reconstruct()).resolves.toBe(1);
    await expect(keeper.reconstruct()).resolves.toBe(0);
    expect((await history()).map(p => [p.reconstructed, p.score])).toEqual([
      [true, 0.25],
      [true, 0.25],
      [false, 0.125],
    ]);
    evidence.put(slo(0.2, 4));
    evidence.tell('facts-backdated', GATEWAY, 'production');
    await follow();
    await keeper.reconstruct();
    expect((await history()).map(p => p.score)).toEqual([
      0.05, 0.05, 0.25, 0.25, 0.125,
    ]);
  });

  it('evaluates all anew after the definition changed, and keeps all as it is while it is invalid', async () => {
    const { evidence, replica, stored, clock } = await create(id);
    evidence.put(...excellentFacts());
    await (await replica()).follow();
    clock.now = new Date(NOW.getTime() + 7_200_000);

    const broken = await replica({
      scorecards: { prs: { weights: { coverage: 2 } } },
    });
    expect(broken.scorecard.problem).toMatch(/weights\.coverage must be/);
    expect(broken.scorecard.shown?.version).toBe(1);
    evidence.put(fact('slo.adherence', 0, { observedAt: NOW.toISOString() }));
    await broken.follow();
    await expect(broken.keeper.keepCurrent()).resolves.toBe(0);
    expect((await stored())!.score.score).toBe(1);

    const changed = await replica({
      scorecards: { prs: { weights: { slo: 1 } } },
    });
    await changed.keeper.keepCurrent();
    expect((await stored())!.score).toMatchObject({
      score: 0,
      definitionVersion: 2,
    });
  });
});
