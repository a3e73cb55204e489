import { Knex } from 'knex';
import { setTimeout as pause } from 'node:timers/promises';
import { Response } from 'supertest';
import { askEveryRoute } from './__testUtils__/askEveryRoute';
import { OwnPostgres } from './__testUtils__/OwnPostgres';
import { ReplicaDatabases } from './__testUtils__/ReplicaDatabases';
import { startReplica } from './__testUtils__/startReplica';
import { until } from './__testUtils__/until';

jest.setTimeout(120_000);
const declared = (value: number) => ({
  'facts.json': JSON.stringify({ facts: { 'policy.coverage': value } }),
});
/** These answer from the configuration alone. */
const WITHOUT_DATABASE = ['get /v1/scorecards'];

/** Asks again and again until told to end; keeps count of what was acknowledged. */
function keepAsking(
  ask: (round: number) => Promise<Response>,
  acknowledged: (answer: Response, round: number) => void,
) {
  const statuses = new Set<number>();
  let going = true;
  const rounds = (async () => {
    for (let round = 1; going; round++) {
      const answer = await ask(round);
      statuses.add(answer.status);
      if (answer.status === 200) acknowledged(answer, round);
      await pause(10);
    }
  })();
  const end = async () => {
    going = false;
    await rounds;
    return [...statuses].sort();
  };
  return { end };
}

async function start(postgres: OwnPostgres) {
  const shared = new Map<string, Knex>();
  for (const pluginId of ['evidence', 'readiness']) {
    const connection = await postgres.createDatabase(pluginId);
    shared.set(pluginId, postgres.connect(connection));
  }
  const own = new ReplicaDatabases(shared);
  const replica = await startReplica({ features: [own.feature] });
  const stop = async () => {
    await replica.backend.stop();
    await own.close();
    await Promise.all([...shared.values()].map(knex => knex.destroy()));
  };
  return { ...replica, stop, database: (id: string) => shared.get(id)! };
}

describe('a database that goes away', () => {
  it('is answered with 503, loses nothing that was acknowledged, and keeps nothing twice', async () => {
    const postgres = await OwnPostgres.start();
    if (!postgres) {
      process.stdout.write('No PostgreSQL is installed: nothing checked\n');
      return;
    }
    const replica = await start(postgres);
    const { send, gate, listedScore, backend, database } = replica;
    await until(
      () => replica.get('/v1/scores'),
      ({ body }) => body.totalItems === 1,
    );

    const runs: string[] = [];
    const decisions: string[] = [];
    const pushing = keepAsking(
      round =>
        send(
          declared((round % 100) / 100),
          new Date().toISOString(),
          `${round}`,
        ),
      ({ body }, round) => {
        expect(body.items[0].status).toBe('created');
        runs.push(`${round}`);
      },
    );
    const asking = keepAsking(
      () => gate({ entity: 'gateway' }),
      ({ body }) => decisions.push(body.id),
    );
    const enough = async (count: number) =>
      await until(
        async () => runs.length,
        length => length >= count,
      );
    await enough(5);

    await postgres.halt();
    for (const pluginId of ['evidence', 'readiness']) {
      const before = Date.now();
      const answers = await askEveryRoute(backend.server, pluginId);
      // Refused connections are answered at once; ten seconds are promised for one.
      expect(Date.now() - before).toBeLessThan(10_000);
      expect(answers.size).toBeGreaterThan(5);
      for (const [route, { status, body, headers }] of answers) {
        if (WITHOUT_DATABASE.includes(route)) continue;
        expect([route, status, body.error?.name]).toEqual([
          route,
          503,
          'ServiceUnavailableError',
        ]);
        expect(headers['retry-after']).toBe('5');
        expect(JSON.stringify(body)).not.toMatch(/ECONN|select|127\.0\.0\.1/);
      }
    }
    await postgres.resume();
    await enough(runs.length + 5);

    await postgres.crash();
    await pause(500);
    await postgres.resume();
    await enough(runs.length + 5);
    // A gate that finds evidence unreadable says so with 200; what it answered is kept all the same.
    expect(await pushing.end()).toEqual([200, 503]);
    expect(await asking.end()).toEqual([200, 503]);

    const kept = await database('evidence')('records').pluck('run');
    expect(new Set(kept).size).toBe(kept.length);
    expect(kept).toEqual(expect.arrayContaining(runs));
    const facts = await database('evidence')('facts')
      .where({ name: 'policy.coverage' })
      .pluck('record_id');
    expect(facts).toHaveLength(kept.length);
    const decided = await database('readiness')('gate_decisions').pluck('id');
    expect(decided).toEqual(expect.arrayContaining(decisions));

    await replica.push(declared(1), new Date().toISOString(), 'last');
    await until(
      listedScore,
      score => score !== undefined && Math.abs(score - 0.3) < 1e-9,
    );
    await replica.stop();
    await postgres.stop();
  });
});
