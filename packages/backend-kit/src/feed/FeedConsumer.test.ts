import { TestDatabases } from '@backstage/backend-test-utils';
import { CustomErrorBase } from '@backstage/errors';
import knexFactory, { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { ChangeFeed } from './ChangeFeed';
import { createChangeFeedTable } from './changeFeedTable';
import { createCursorTable, dropCursorTable } from './cursorTable';
import { FeedConsumer, FeedConsumerOptions } from './FeedConsumer';
import { FeedChange } from './types';

jest.setTimeout(120_000);

const EARLY = new Date('2026-03-01T06:00:00Z');
const NOW = new Date('2026-03-01T12:00:00Z');

type Options = FeedConsumerOptions<FeedChange, FeedChange[]>;

class ChangesGoneError extends CustomErrorBase {
  name = 'ChangesGoneError' as const;
}

describe('FeedConsumer', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
  const feed = new ChangeFeed({ table: 'changes' });

  async function create(id: Parameters<typeof databases.init>[0]) {
    const knex = await databases.init(id);
    await createChangeFeedTable(knex, 'changes');
    await createCursorTable(knex, 'cursors');
    await knex.schema.createTable('applied', t => {
      t.increments('id');
      t.bigInteger('seq').notNullable();
      t.string('by');
    });
    return knex;
  }

  const append = (knex: Knex, count: number, now = NOW) =>
    knex.transaction(tx =>
      feed.append(
        tx,
        Array.from({ length: count }, (_, index) => ({
          tenant: 'default',
          entityRef: `component:default/service-${index}`,
          type: 'facts',
          ref: 'production',
        })),
        now,
      ),
    );

  const consumer = (
    knex: Knex,
    overrides?: Partial<Options> & { by?: string },
  ) =>
    new FeedConsumer<FeedChange, FeedChange[]>({
      knex,
      table: 'cursors',
      name: 'scores',
      fetch: request => feed.read(knex, request),
      prepare: async changes => changes,
      apply: async (tx, changes) => {
        for (const { seq } of changes) {
          await tx('applied').insert({ seq, by: overrides?.by });
        }
      },
      snapshot: async () => ({
        prepared: [],
        position: await feed.latest(knex),
      }),
      now: () => NOW,
      ...overrides,
    });

  const applied = async (knex: Knex): Promise<number[]> =>
    (await knex('applied').orderBy('id').pluck('seq')).map(Number);

  const oneTo = (last: number) =>
    Array.from({ length: last }, (_, index) => index + 1);

  describe.each(databases.eachSupportedId())('%p', databaseId => {
    it('takes a snapshot first, then pages, then is idle', async () => {
      const knex = await create(databaseId);
      await append(knex, 2);
      const snapshot = jest.fn(async () => ({
        prepared: [{ seq: 0 } as FeedChange],
        position: await feed.latest(knex),
      }));
      const scores = consumer(knex, { snapshot, limit: 2 });

      expect(await scores.runOnce()).toEqual({
        processed: 0,
        more: false,
        outcome: 'applied',
      });
      expect(await applied(knex)).toEqual([0]);
      await append(knex, 3);
      expect(await scores.runOnce()).toEqual({
        processed: 2,
        more: true,
        outcome: 'applied',
      });
      expect(await scores.runOnce()).toEqual({
        processed: 1,
        more: false,
        outcome: 'applied',
      });
      expect(await scores.runOnce()).toEqual({
        processed: 0,
        more: false,
        outcome: 'idle',
      });
      expect(await applied(knex)).toEqual([0, 3, 4, 5]);
      expect(snapshot).toHaveBeenCalledTimes(1);
    });

    it.each([
      ['the feed keeps it no longer', undefined],
      ['a client says so', new ChangesGoneError('gone')],
    ])('takes a snapshot again where %s', async (_, error) => {
      const knex = await create(databaseId);
      await append(knex, 1, EARLY);
      const fetch: Options['fetch'] = async request => {
        if (error) {
          throw error;
        }
        return await feed.read(knex, request);
      };
      await consumer(knex).runOnce();
      await append(knex, 3, EARLY);
      await append(knex, 1);
      await feed.purge(knex, NOW);

      const scores = consumer(knex, { fetch });
      expect(await scores.runOnce()).toMatchObject({ outcome: 'applied' });
      expect(await applied(knex)).toEqual([]);
      await append(knex, 1);
      await consumer(knex).runOnce();
      expect(await applied(knex)).toEqual([6]);
    });

    it('passes on other errors, and moves nothing', async () => {
      const knex = await create(databaseId);
      await consumer(knex).runOnce();
      await append(knex, 2);
      const broken = async () => {
        throw new Error('out of order');
      };
      for (const part of ['fetch', 'prepare', 'apply', 'snapshot'] as const) {
        const name = part === 'snapshot' ? 'never-set' : 'scores';
        await expect(
          consumer(knex, { name, [part]: broken }).runOnce(),
        ).rejects.toThrow('out of order');
      }
      expect(await knex('cursors').pluck('name')).toEqual(['scores']);
      await consumer(knex).runOnce();
      expect(await applied(knex)).toEqual([1, 2]);
    });

    it('rolls back what a killed consumer applied in part', async () => {
      const knex = await create(databaseId);
      await consumer(knex).runOnce();
      await append(knex, 2);
      const killed = consumer(knex, {
        apply: async (tx, changes) => {
          await tx('applied').insert({ seq: changes[0].seq });
          throw new Error('killed');
        },
      });
      await expect(killed.runOnce()).rejects.toThrow('killed');
      expect(await applied(knex)).toEqual([]);
      await consumer(knex).runOnce();
      expect(await applied(knex)).toEqual([1, 2]);
    });

    it('does nothing where another consumer was first', async () => {
      const knex = await create(databaseId);
      const other = consumer(knex);
      const lateSnapshot = consumer(knex, {
        snapshot: async () => {
          await other.runOnce();
          return { prepared: [{ seq: -1 } as FeedChange], position: 9 };
        },
      });
      expect(await lateSnapshot.runOnce()).toMatchObject({
        outcome: 'lost-race',
      });

      await append(knex, 2);
      const latePage = consumer(knex, {
        prepare: async changes => {
          await other.runOnce();
          return changes;
        },
      });
      expect(await latePage.runOnce()).toEqual({
        processed: 0,
        more: false,
        outcome: 'lost-race',
      });
      expect(await applied(knex)).toEqual([1, 2]);
    });

    it('moves on over a page that only has a new position', async () => {
      const knex = await create(databaseId);
      await consumer(knex).runOnce();
      const prepare = jest.fn();
      const scores = consumer(knex, {
        prepare,
        fetch: async () => ({ items: [], next: 5 }),
      });
      expect(await scores.runOnce()).toMatchObject({ outcome: 'applied' });
      expect(await scores.runOnce()).toMatchObject({ outcome: 'idle' });
      expect(prepare).not.toHaveBeenCalled();
    });

    it('applies every change exactly once while two replicas loop, one of which keeps dying', async () => {
      const knex = await create(databaseId);
      const isPostgres = databaseId === 'POSTGRES_15';
      // In SQLite's memory there is one database per connection, so both share it.
      const second = isPostgres ? knexFactory(knex.client.config) : knex;
      await consumer(knex).runOnce();

      let deaths = 0;
      let attempts = 0;
      const steady = consumer(knex, { limit: 7, by: 'steady' });
      const dying = consumer(second, {
        limit: 5,
        apply: async (tx, changes) => {
          attempts += 1;
          await tx('applied').insert(
            changes.map(({ seq }) => ({ seq, by: 'dying' })),
          );
          if (attempts % 2 === 1) {
            deaths += 1;
            throw new Error('killed');
          }
        },
      });
      let written = 0;
      let writing = true;
      const write = async () => {
        // Until both have had their part, however the race goes.
        for (let workers = 0; workers < 2 || written < 200; ) {
          await append(knex, 4);
          written += 4;
          await sleep(Math.random() * 3);
          workers = (await knex('applied').distinct('by')).length;
        }
        writing = false;
      };
      const loop = async (replica: typeof steady) => {
        while (writing || (await applied(knex)).length < written) {
          try {
            await replica.runOnce();
          } catch (error) {
            if (!(error instanceof Error) || error.message !== 'killed') {
              throw error;
            }
          }
          await sleep(Math.random() * 3);
        }
      };

      await Promise.all([write(), loop(steady), loop(dying)]);
      if (second !== knex) {
        await second.destroy();
      }
      expect(await applied(knex)).toEqual(oneTo(written));
      expect(deaths).toBeGreaterThan(0);
    });

    it('goes down', async () => {
      const knex = await create(databaseId);
      await dropCursorTable(knex, 'cursors');
      expect(await knex.schema.hasTable('cursors')).toBe(false);
    });
  });
});
