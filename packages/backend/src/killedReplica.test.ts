import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { setTimeout as pause } from 'node:timers/promises';
import request from 'supertest';
import { ReplicaProcess } from './__testUtils__/ReplicaProcess';
import { COMMIT } from './__testUtils__/startReplica';
import { until } from './__testUtils__/until';

jest.setTimeout(300_000);
const POSTGRES = 'POSTGRES_15';
const databases = TestDatabases.create({ ids: [POSTGRES] });
/** Enough to be killed in the middle; with CONDUCTOR_LONG_TESTS some hundreds, which takes a minute. */
const SERVICES = process.env.CONDUCTOR_LONG_TESTS ? 300 : 60;
const PLUGINS = ['evidence', 'readiness', 'notifications'];
const LONG_AGO = new Date(Date.now() - 86_400_000);

const ci = mockCredentials.service.header({
  onBehalfOf: mockCredentials.service('external:ci-sample'),
  targetPluginId: 'evidence',
});
const service = mockCredentials.service.header();

/** Pushes one value for one service; whether it was acknowledged. The same run pushed again is the same record. */
async function push(url: string, index: number, value: number) {
  const item = {
    file: 'facts.json',
    entity: `s${index}`,
    environment: 'production',
    commit: COMMIT,
    run: `${index}-${value}`,
  };
  try {
    const { body } = await request(url)
      .post('/api/evidence/v1/records')
      .set('authorization', ci)
      .field('manifest', JSON.stringify([item]))
      .attach(
        'facts.json',
        Buffer.from(JSON.stringify({ facts: { 'policy.coverage': value } })),
        'facts.json',
      );
    return ['created', 'existing'].includes(body.items?.[0]?.status);
  } catch {
    // The replica died on it.
    return false;
  }
}

/** Works on all services, eight at a time. */
async function forEachService(work: (index: number) => Promise<unknown>) {
  let next = 0;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (next < SERVICES) await work(next++);
    }),
  );
}

/** Has a replica compute all scores anew, and kills it on the way. */
async function evaluateAndDie(replica: ReplicaProcess) {
  const asked = request(replica.url)
    .post('/api/readiness/v1/evaluations')
    .set('authorization', service)
    .send({})
    .then(
      ({ status }) => `answered with ${status} first`,
      () => 'died on the way',
    );
  await pause(30);
  await replica.kill();
  process.stdout.write(`The evaluation on demand ${await asked}\n`);
}

async function start() {
  const knexes = new Map<string, Knex>();
  for (const pluginId of PLUGINS) {
    knexes.set(pluginId, await databases.init(POSTGRES));
  }
  const setup = {
    connections: Object.fromEntries(
      [...knexes].map(([id, knex]) => {
        const { connection } = knex.client.config;
        // Knex hides the password from those who list what there is.
        return [id, { ...connection, password: connection.password }];
      }),
    ),
    services: SERVICES,
    scorecard: { weights: { policy: 1 }, threshold: 0.5 },
  };
  // One after the other, as migrations want it.
  const a = await ReplicaProcess.start(setup);
  const b = await ReplicaProcess.start(setup);
  return { a, b, setup, of: (id: string) => knexes.get(id)! };
}

const ready = (url: string) => async (): Promise<number> =>
  (
    await request(url)
      .get('/api/readiness/v1/summary')
      .set('authorization', service)
  ).body.ready;

if (!databases.supports(POSTGRES)) {
  it('needs a PostgreSQL for two replicas, there is none: nothing checked', () => {
    expect(databases.supports(POSTGRES)).toBe(false);
  });
} else {
  it('a replica that is killed while it takes pushes and computes scores leaves nothing lost, nothing twice and nothing locked', async () => {
    const { a, b, of } = await start();
    try {
      await forEachService(index => push(b.url, index, 0.9));
      await until(ready(b.url), count => count === SERVICES, 60);
      // They are no newcomers, of whom nothing is told yet.
      await of('readiness')('scores').update({ first_evaluated_at: LONG_AGO });

      const acknowledged = new Set<number>();
      const refused: number[] = [];
      let killed: Promise<void> | undefined;
      await forEachService(async index => {
        const url = index % 2 && !killed ? a.url : b.url;
        const done = await push(url, index, 0.3);
        if (done) acknowledged.add(index);
        else refused.push(index);
        // By now both replicas compute what was pushed first.
        if (acknowledged.size >= SERVICES / 2) killed ??= evaluateAndDie(a);
      });
      await killed;
      const death = Date.now();
      for (const index of refused) {
        expect(await push(b.url, index, 0.3)).toBe(true);
      }
      await until(ready(b.url), count => count === 0, 30);
      process.stdout.write(
        `All scores right ${Date.now() - death} ms after the last push; ${
          refused.length
        } pushes died with the replica\n`,
      );
      // No lock of the dead one may hold up the living one.
      expect(Date.now() - death).toBeLessThan(10_000);

      const records = await of('evidence')('records').pluck('run');
      expect(records).toHaveLength(2 * SERVICES);
      expect(new Set(records).size).toBe(2 * SERVICES);
      const facts = await of('evidence')('facts')
        .where({ name: 'policy.coverage' })
        .pluck('record_id');
      expect(facts).toHaveLength(2 * SERVICES);
      expect(new Set(facts).size).toBe(2 * SERVICES);

      const points: { entity_ref: string; score: number }[] = await of(
        'readiness',
      )('score_history')
        .whereNotNull('score')
        .where({ reconstructed: false })
        .orderBy(['entity_ref', 'at']);
      const byEntity = new Map<string, number[]>();
      for (const { entity_ref: ref, score } of points) {
        byEntity.set(ref, [...(byEntity.get(ref) ?? []), score]);
      }
      expect(byEntity.size).toBe(SERVICES);
      for (const scores of byEntity.values()) {
        expect(scores).toEqual([0.9, 0.3]);
      }

      const told = async (): Promise<{ scope: string; updated: unknown }[]> =>
        await of('notifications')('notification').select('scope', 'updated');
      const notifications = await until(
        told,
        rows => rows.length >= SERVICES,
        90,
      );
      expect(new Set(notifications.map(({ scope }) => scope)).size).toBe(
        SERVICES,
      );
      expect(notifications.filter(({ updated }) => updated)).toEqual([]);
    } finally {
      await a.kill();
      await b.kill();
    }
  });
}
