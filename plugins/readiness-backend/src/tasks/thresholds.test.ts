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
  notifyTransitions,
  TransitionLog,
} from '@maestro-conductor/backend-kit';
import { randomUUID } from 'node:crypto';
import { FakeEvidence } from '../__testUtils__/FakeEvidence';
import {
  component,
  excellentFacts,
  fact,
  GATEWAY,
  group,
  NOW,
} from '../__testUtils__/samples';
import {
  CONDITIONS_TABLE,
  KnexReadinessStore,
} from '../database/KnexReadinessStore';
import { migrationsDir } from '../database/migrations';
import { readSettings } from '../domain/readSettings';
import { FactFollower } from '../service/FactFollower';
import { Scorecard } from '../service/Scorecard';
import { ScoreEvaluator } from '../service/ScoreEvaluator';
import { ScoreKeeper } from '../service/ScoreKeeper';
import { ThresholdNotices } from '../service/ThresholdNotices';
import { createFeedConsumer } from './createFeedConsumer';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const MINUTE = 60_000;

interface Sent {
  recipients: { entityRef?: string | string[] };
  payload: { title: string; scope?: string };
}

async function create(id: TestDatabaseId, services = ['gateway']) {
  const knex = await databases.init(id);
  await knex.migrate.latest({ directory: migrationsDir });
  const projection = new CatalogProjection();
  const store = new KnexReadinessStore({ knex, projection });
  const evidence = new FakeEvidence();
  const entities: Entity[] = [
    group('edge-team'),
    ...services.map(name => component(name)),
  ];
  const auth = mockServices.auth();
  let time = NOW.getTime();
  const now = () => new Date(time);
  const evaluator = new ScoreEvaluator({ evidence, auth, now });

  const replica = async (config = {}) => {
    const watcher = new CatalogWatcher({
      catalog: catalogServiceMock({ entities }),
      auth,
    });
    const settings = readSettings(config);
    const scorecard = await Scorecard.load({ settings, store, now: NOW });
    const { environments } = settings;
    const shared = { store, evaluator, scorecard, environments, now };
    const follower = new FactFollower({ ...shared, projection, watcher });
    const consumer = createFeedConsumer({
      ...{ handle: knex, store, projection, watcher, follower, evidence },
      ...{ auth, now },
    });
    const keeper = new ScoreKeeper({ ...shared, evidence, auth });
    const follow = async () => {
      while ((await consumer.runOnce()).outcome === 'applied');
    };
    return { follow, keeper };
  };

  const sent: Sent[] = [];
  const notices = new ThresholdNotices({ store });
  const notify = async () =>
    await notifyTransitions({
      knex,
      log: new TransitionLog({ table: CONDITIONS_TABLE }),
      notifications: { send: async message => void sent.push(message as Sent) },
      compose: transitions => notices.compose(transitions),
      waitMs: 0,
      now,
      newId: randomUUID,
    });
  const titles = () => sent.map(({ payload }) => payload.title);
  const later = (ms: number) => {
    time += ms;
  };
  const slo = (value: number, entityRef = GATEWAY) => {
    later(1000);
    const observedAt = now().toISOString();
    evidence.put(fact('slo.adherence', value, { observedAt, entityRef }));
  };
  return {
    evidence,
    entities,
    knex,
    store,
    replica,
    sent,
    titles,
    notify,
    later,
    slo,
  };
}

describe.each(databases.eachSupportedId())(
  'falling below the threshold, %s',
  id => {
    it('is told to the owner once, and its end once', async () => {
      const { evidence, replica, sent, titles, notify, later, slo } =
        await create(id);
      const [one, other] = [await replica(), await replica()];
      evidence.put(...excellentFacts());
      await one.follow();
      later(15 * MINUTE);
      slo(0.2);
      await Promise.all([one.follow(), other.follow()]);
      await Promise.all([notify(), notify()]);
      slo(0.1);
      await other.follow();
      await notify();
      expect(sent).toEqual([
        {
          recipients: {
            type: 'entity',
            entityRef: ['group:default/edge-team'],
          },
          payload: expect.objectContaining({
            title:
              'The gateway fell below its readiness threshold: 0.80 of 0.90',
            scope:
              'readiness:below-threshold:component:default/gateway:production',
          }),
        },
      ]);
      slo(1);
      await one.follow();
      await notify();
      expect(titles()[1]).toBe('The gateway is ready again: 1.00 of 0.90');
      expect(sent).toHaveLength(2);
    });

    it('is not what happens at first: what was below from the start, or while its first evidence comes in', async () => {
      const { evidence, replica, sent, notify, later, slo } = await create(id, [
        'gateway',
        'ledger',
      ]);
      const { follow, keeper } = await replica();
      evidence.tell('entity-created', 'component:default/ledger');
      evidence.put(...excellentFacts());
      await follow();
      later(5 * MINUTE);
      slo(0);
      await follow();
      await keeper.reconstruct();
      await notify();
      later(60 * MINUTE);
      await keeper.keepCurrent();
      slo(1);
      await follow();
      await notify();
      expect(sent).toEqual([]);
    });

    it('is nothing for a branch', async () => {
      const { evidence, replica, sent, notify, later } = await create(id);
      const { follow } = await replica();
      evidence.put(...excellentFacts());
      await follow();
      later(15 * MINUTE);
      evidence.put(
        fact('slo.adherence', 0, {
          observedAt: NOW.toISOString(),
          ref: 'refs/heads/try',
          defaultBranch: false,
        }),
      );
      await follow();
      await notify();
      expect(sent).toEqual([]);
    });

    it('is told in one message per owner where a changed rule lets many fall', async () => {
      const names = Array.from({ length: 8 }, (_, i) => `s${i}`);
      const { evidence, replica, titles, notify, later } = await create(
        id,
        names,
      );
      const { follow } = await replica({
        scorecards: { prs: { weights: { slo: 1 }, threshold: 0.5 } },
      });
      for (const name of names) {
        evidence.put(
          fact('slo.adherence', 0.7, {
            entityRef: `component:default/${name}`,
          }),
        );
      }
      await follow();
      later(15 * MINUTE);
      const changed = await replica({
        scorecards: { prs: { weights: { slo: 1 }, threshold: 0.8 } },
      });
      await changed.keeper.keepCurrent();
      await notify();
      expect(titles()).toEqual([
        '8 services fell below their readiness threshold',
      ]);
    });

    it('ends in silence with the service', async () => {
      const {
        evidence,
        entities,
        knex,
        store,
        replica,
        sent,
        notify,
        later,
        slo,
      } = await create(id);
      const { follow } = await replica();
      evidence.put(...excellentFacts());
      await follow();
      later(15 * MINUTE);
      slo(0);
      await follow();
      entities.pop();
      evidence.tell('entity-deleted', GATEWAY);
      await (await replica()).follow();
      await notify();
      expect(sent).toEqual([]);
      await expect(knex('conditions')).resolves.toEqual([]);

      await knex.transaction(tx =>
        new TransitionLog({ table: CONDITIONS_TABLE }).record(
          tx,
          [
            {
              ...{ rule: 'readiness:below-threshold', tenant: 'default' },
              ...{
                entityRef: GATEWAY,
                key: 'nowhere',
                state: 'open',
                detail: {},
              },
            },
          ],
          NOW,
        ),
      );
      await expect(store.forgetObsoleteThresholds()).resolves.toBe(1);
    });
  },
);

if (databases.supports('POSTGRES_15')) {
  it('never locks up where followers, re-evaluation, removal and sending meet', async () => {
    const names = Array.from(
      { length: 60 },
      (_, i) => `s${String(i).padStart(2, '0')}`,
    );
    const { evidence, replica, notify, knex, later, store } = await create(
      'POSTGRES_15',
      names,
    );
    const replicas = [
      await replica({ scorecards: { prs: { weights: { slo: 1 } } } }),
      await replica({ scorecards: { prs: { weights: { slo: 1 } } } }),
    ];
    const failures: unknown[] = [];
    const meanwhile = (work: () => Promise<unknown>) =>
      work().catch(error => failures.push(error));
    const shuffled = () => [...names].sort(() => Math.random() - 0.5);
    for (let round = 0; round < 12; round++) {
      later(11 * MINUTE + 60 * MINUTE * (round % 2));
      for (const name of shuffled().slice(0, 30)) {
        evidence.put(
          fact('slo.adherence', round % 2, {
            entityRef: `component:default/${name}`,
            observedAt: new Date(NOW.getTime() + round).toISOString(),
          }),
        );
      }
      await Promise.all([
        ...replicas.flatMap(({ follow, keeper }) => [
          meanwhile(follow),
          meanwhile(() => keeper.keepCurrent()),
          meanwhile(notify),
        ]),
        meanwhile(() =>
          store.transaction(tx =>
            store.removeScores(
              tx,
              shuffled()
                .slice(0, 5)
                .map(name => `component:default/${name}`),
            ),
          ),
        ),
        meanwhile(() => store.forgetObsoleteThresholds()),
      ]);
    }
    expect(failures).toEqual([]);
    await expect(knex('scores').count({ n: '*' })).resolves.toEqual([
      { n: expect.anything() },
    ]);
  });
}
