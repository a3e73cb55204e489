import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { randomUUID } from 'node:crypto';
import { groupNotices } from './groupNotices';
import { notifyTransitions } from './notifyTransitions';
import { TransitionLog } from './TransitionLog';
import { createTransitionTable, dropTransitionTable } from './transitionTable';
import { ConditionState, NewTransition } from './types';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const START = Date.parse('2026-03-15T12:00:00.000Z');
const ID = 'readiness:below-threshold:component:default/gateway:production';

const gateway = (
  state: ConditionState,
  detail: NewTransition['detail'] = {},
): NewTransition => ({
  rule: 'readiness:below-threshold',
  tenant: 'default',
  entityRef: 'component:default/gateway',
  key: 'production',
  state,
  detail,
});

async function create(databaseId: TestDatabaseId) {
  const knex = await databases.init(databaseId);
  await createTransitionTable(knex, 'conditions');
  const log = new TransitionLog({ table: 'conditions' });
  const clock = { time: START };
  const now = () => new Date(clock.time);
  const sent: string[] = [];
  const faults: Error[] = [];
  const service = {
    /** Called while a message is on its way. */
    meanwhile: async () => {},
    send: async ({
      payload,
    }: {
      payload: { scope?: string; title: string };
    }) => {
      const fault = faults.shift();
      if (fault) throw fault;
      sent.push(`${payload.title} ${payload.scope}`);
      await service.meanwhile();
    },
  };
  const record = async (...transitions: NewTransition[]) =>
    await knex.transaction(tx => log.record(tx, transitions, now()));
  const notify = async (waitMs = 0) =>
    await notifyTransitions({
      knex,
      log,
      notifications: service,
      compose: async transitions =>
        groupNotices(transitions, {
          ownerOf: ({ detail }) =>
            detail.orphan ? undefined : 'group:default/edge',
          one: ({ state, detail }) => ({ title: `${state} ${detail.score}` }),
          many: (_, all) => ({ title: `${all.length} ${all[0].state}` }),
        }),
      waitMs,
      now,
      newId: randomUUID,
    });
  return { knex, log, clock, sent, faults, service, record, notify };
}

describe.each(databases.eachSupportedId())('transitions, %s', databaseId => {
  it('tells once of each change of state', async () => {
    const { record, notify, sent } = await create(databaseId);
    await expect(record(gateway('open', { score: 0.7 }))).resolves.toEqual([
      ID,
    ]);
    await expect(record(gateway('open', { score: 0.6 }))).resolves.toEqual([]);
    await expect(notify()).resolves.toBe(1);
    await expect(notify()).resolves.toBe(0);
    await record(gateway('resolved', { score: 0.95 }));
    await expect(notify()).resolves.toBe(1);
    await expect(notify()).resolves.toBe(0);
    expect(sent).toEqual([`open 0.7 ${ID}`, `resolved 0.95 ${ID}`]);
  });

  it('says nothing of the end of what nobody heard of', async () => {
    const { record, notify, knex } = await create(databaseId);
    await expect(record(gateway('resolved'))).resolves.toEqual([]);
    await expect(notify()).resolves.toBe(0);
    await expect(knex('conditions')).resolves.toEqual([]);
  });

  it('says nothing where a state went back before it was told, and the last where it did not', async () => {
    const { record, notify, sent } = await create(databaseId);
    await record(gateway('open', { score: 1 }));
    await record(gateway('resolved', { score: 2 }));
    await expect(notify()).resolves.toBe(0);
    await record(gateway('open', { score: 3 }));
    await record(gateway('resolved', { score: 4 }));
    await record(gateway('open', { score: 5 }));
    await expect(notify()).resolves.toBe(1);
    expect(sent).toEqual([`open 5 ${ID}`]);
  });

  it('waits for a while, which flapping does not make longer', async () => {
    const { record, notify, clock } = await create(databaseId);
    await record(gateway('open'));
    clock.time += 6000;
    await record(gateway('resolved'));
    await record(gateway('open'));
    await expect(notify(10_000)).resolves.toBe(0);
    clock.time += 4000;
    await expect(notify(10_000)).resolves.toBe(1);
  });

  it('tells of a change that comes while the last is on its way', async () => {
    const { record, notify, sent, service } = await create(databaseId);
    await record(gateway('open', { score: 0.7 }));
    service.meanwhile = async () => {
      service.meanwhile = async () => {};
      await record(gateway('resolved', { score: 0.9 }));
    };
    await notify();
    await notify();
    expect(sent).toEqual([`open 0.7 ${ID}`, `resolved 0.9 ${ID}`]);
  });

  it('tries again what could not be sent, later each time, and loses nothing', async () => {
    const { record, notify, sent, faults, clock } = await create(databaseId);
    await record(gateway('open'));
    faults.push(new Error('away'), new Error('still away'));
    await expect(notify()).rejects.toThrow(/1 of 1 .* could not be sent.*away/);
    clock.time += 4999;
    await expect(notify()).resolves.toBe(0);
    clock.time += 1;
    await expect(notify()).rejects.toThrow('still away');
    clock.time += 9999;
    await expect(notify()).resolves.toBe(0);
    clock.time += 1;
    await expect(notify()).resolves.toBe(1);
    expect(sent).toHaveLength(1);
  });

  it('tells of the others where one cannot be sent', async () => {
    const { record, notify, sent, faults } = await create(databaseId);
    await record(gateway('open'), {
      ...gateway('open'),
      entityRef: 'component:default/ledger',
    });
    faults.push(new Error('away'));
    await expect(notify()).rejects.toThrow('1 of 2');
    expect(sent).toHaveLength(1);
  });

  it('leaves to others what a replica took and died with, after a minute', async () => {
    const { record, notify, clock, log, knex } = await create(databaseId);
    await record(gateway('open'));
    await log.claim(knex, {
      claim: 'dead',
      now: new Date(clock.time),
      dueBefore: new Date(clock.time),
      until: new Date(clock.time + 60_000),
      limit: 10,
    });
    await expect(notify()).resolves.toBe(0);
    clock.time += 60_000;
    await expect(notify()).resolves.toBe(1);
  });

  it('sends once where several replicas look at the same time', async () => {
    const { record, notify, sent } = await create(databaseId);
    const names = Array.from(
      { length: 5 },
      (_, i) => `component:default/s${i}`,
    );
    for (let round = 1; round <= 6; round++) {
      const state = round % 2 ? ('open' as const) : ('resolved' as const);
      await record(
        ...names.map(entityRef => ({ ...gateway(state), entityRef })),
      );
      await Promise.all([notify(), notify(), notify()]);
      expect(sent).toHaveLength(round * names.length);
    }
    expect(new Set(sent).size).toBe(names.length * 2);
  });

  it('puts many of one owner into one message, and skips what is nobody’s', async () => {
    const { record, notify, sent } = await create(databaseId);
    await record(
      ...Array.from({ length: 300 }, (_, i) => ({
        ...gateway('open'),
        entityRef: `component:default/s${i}`,
      })),
      gateway('open', { orphan: true }),
    );
    await expect(notify()).resolves.toBe(1);
    expect(sent).toEqual([
      '300 open readiness:below-threshold:group:default/edge:production',
    ]);
    await expect(notify()).resolves.toBe(0);
  });

  it('forgets without a word, and begins anew', async () => {
    const { record, notify, log, knex } = await create(databaseId);
    await record(gateway('open'));
    await knex.transaction(tx => log.forget(tx, ['component:default/gateway']));
    await expect(notify()).resolves.toBe(0);
    await expect(record(gateway('open'))).resolves.toEqual([ID]);
  });

  it('is part of the transaction of what caused it', async () => {
    const { knex, log, notify } = await create(databaseId);
    await expect(
      knex.transaction(async tx => {
        await log.record(tx, [gateway('open')], new Date(START));
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await expect(notify()).resolves.toBe(0);
    await expect(
      log.record(knex as never, [gateway('open')], new Date(START)),
    ).rejects.toThrow('must be recorded in the transaction');
  });

  it('counts each change once where writers meet, and never locks up', async () => {
    const { knex, log } = await create(databaseId);
    const refs = Array.from(
      { length: 40 },
      (_, i) => `component:default/s${i}`,
    );
    const changes = await Promise.all(
      Array.from({ length: 60 }, async (_, round) => {
        const shuffled = [...refs].sort(() => Math.random() - 0.5).slice(0, 25);
        const state = round % 2 ? ('open' as const) : ('resolved' as const);
        const changed = await knex.transaction(tx =>
          log.record(
            tx,
            shuffled.map(entityRef => ({ ...gateway(state), entityRef })),
            new Date(START),
          ),
        );
        return changed.length;
      }),
    );
    const told = changes.reduce((sum, count) => sum + count, 0);
    const [{ total }] = await knex('conditions').sum({ total: 'revision' });
    expect(Number(total)).toBe(told);
  });

  it('has a table that goes as it came', async () => {
    const { knex } = await create(databaseId);
    await dropTransitionTable(knex, 'conditions');
    await expect(knex.schema.hasTable('conditions')).resolves.toBe(false);
  });
});
