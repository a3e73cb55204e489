import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { Knex } from 'knex';
import { ChangeFeed } from './ChangeFeed';
import { createChangeFeedTable, dropChangeFeedTable } from './changeFeedTable';
import { FeedGoneError } from './FeedGoneError';
import { NewFeedChange } from './types';

jest.setTimeout(120_000);

const TABLE = 'test_changes';
const MORNING = new Date('2026-03-01T06:00:00Z');
const NOON = new Date('2026-03-01T12:00:00Z');
const EVENING = new Date('2026-03-01T18:00:00Z');

const change = (ref: string): NewFeedChange<'facts'> => ({
  tenant: 'default',
  entityRef: 'component:default/gateway',
  type: 'facts',
  ref,
});

describe('ChangeFeed', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
  const feed = new ChangeFeed<'facts'>({ table: TABLE });

  async function create(id: Parameters<typeof databases.init>[0]) {
    const knex = await databases.init(id);
    await createChangeFeedTable(knex, TABLE);
    return knex;
  }

  const append = (knex: Knex, refs: string[], now = NOON) =>
    knex.transaction(tx => feed.append(tx, refs.map(change), now));

  const refsAfter = async (knex: Knex, after: number, limit?: number) =>
    (await feed.read(knex, { after, limit })).items.map(item => item.ref);

  describe.each(databases.eachSupportedId())('%p', databaseId => {
    it('tells what was appended, in order and by pages', async () => {
      const knex = await create(databaseId);
      expect(await feed.read(knex, { after: 0 })).toEqual({
        items: [],
        next: 0,
        oldest: 1,
      });
      await append(knex, ['a', 'b']);
      await append(knex, ['c']);

      const first = await feed.read(knex, { after: 0, limit: 2 });
      expect(first.items).toEqual([
        { seq: 1, ...change('a') },
        { seq: 2, ...change('b') },
      ]);
      expect(await refsAfter(knex, first.next)).toEqual(['c']);
      expect(await feed.read(knex, { after: 3 })).toEqual({
        items: [],
        next: 3,
        oldest: 1,
      });
      expect(await feed.latest(knex)).toBe(3);
    });

    it('appends more rows than one statement takes', async () => {
      const knex = await create(databaseId);
      const refs = Array.from({ length: 1001 }, (_, index) => `${index}`);
      await append(knex, refs);
      const page = await feed.read(knex, { after: 0, limit: 1000 });
      const rest = await feed.read(knex, { after: page.next });
      expect([...page.items, ...rest.items].map(item => item.ref)).toEqual(
        refs,
      );
    });

    it('forgets with the transaction', async () => {
      const knex = await create(databaseId);
      await expect(
        knex.transaction(async tx => {
          await feed.append(tx, [change('a')], NOON);
          throw new Error('the data was refused');
        }),
      ).rejects.toThrow('the data was refused');
      expect(await feed.latest(knex)).toBe(0);
    });

    it('refuses to append outside a transaction', async () => {
      const knex = await create(databaseId);
      await expect(
        feed.append(knex as Knex.Transaction, [change('a')], NOON),
      ).rejects.toThrow(/in the transaction of the data/);
    });

    it.each([
      [{ after: -1 }, /after/],
      [{ after: 0.5 }, /after/],
      [{ after: NaN }, /after/],
      [{ after: 0, limit: 0 }, /limit/],
      [{ after: 0, limit: 1001 }, /limit/],
    ])('refuses %j', async (request, message) => {
      const knex = await create(databaseId);
      await expect(feed.read(knex, request)).rejects.toThrow(message);
    });

    it('purges, keeps a mark, and says what is gone', async () => {
      const knex = await create(databaseId);
      expect(await feed.purge(knex, NOON)).toBe(0);
      await append(knex, ['a', 'b', 'c'], MORNING);
      await append(knex, ['d'], EVENING);

      // a and b, and the mark of a new feed
      expect(await feed.purge(knex, NOON)).toBe(3);
      expect(await feed.purge(knex, NOON)).toBe(0);
      expect(await refsAfter(knex, 3)).toEqual(['d']);
      expect(await refsAfter(knex, 2)).toEqual(['c', 'd']);
      const gone = await feed.read(knex, { after: 1 }).then(
        () => undefined,
        error => error,
      );
      expect(gone).toBeInstanceOf(FeedGoneError);
      expect(gone).toMatchObject({
        name: 'FeedGoneError',
        oldest: 3,
        latest: 4,
      });
    });

    it('knows its highest number after all is purged', async () => {
      const knex = await create(databaseId);
      await append(knex, ['a', 'b'], MORNING);
      await feed.purge(knex, EVENING);
      expect(await feed.latest(knex)).toBe(2);
      await append(knex, ['c'], EVENING);
      expect(await refsAfter(knex, 2)).toEqual(['c']);
    });

    it('does not take numbers that were rolled back for gone', async () => {
      const knex = await create(databaseId);
      const tx = await knex.transaction();
      await feed.append(tx, [change('a')], NOON);
      await tx.rollback();
      await append(knex, ['b']);
      expect(await refsAfter(knex, 0)).toEqual(['b']);
    });

    it('says that a position beyond the end is gone', async () => {
      const knex = await create(databaseId);
      await append(knex, ['a']);
      await expect(feed.read(knex, { after: 2 })).rejects.toThrow(
        'snapshot and go on from 1',
      );
    });

    it('goes up and down', async () => {
      const knex = await create(databaseId);
      await dropChangeFeedTable(knex, TABLE);
      expect(await knex.schema.hasTable(TABLE)).toBe(false);
    });

    it('tells every committed change once, for any page size and any purge behind the reader', async () => {
      const knex = await create(databaseId);
      const step = fc.oneof(
        fc.record({
          do: fc.constant('append' as const),
          count: fc.integer({ min: 1, max: 5 }),
          commit: fc.boolean(),
        }),
        fc.record({
          do: fc.constant('read' as const),
          limit: fc.integer({ min: 1, max: 4 }),
        }),
        fc.record({ do: fc.constant('purge' as const) }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 15 }), async steps => {
          await knex(TABLE).where('seq', '>', 0).delete();
          await append(knex, ['start'], MORNING);
          let after = await feed.latest(knex);
          const written: string[] = [];
          const seen: string[] = [];
          const read = async (limit: number) => {
            const page = await feed.read(knex, { after, limit });
            seen.push(...page.items.map(item => item.ref));
            after = page.next;
            return page.items.length;
          };
          for (const [index, what] of steps.entries()) {
            if (what.do === 'read') {
              await read(what.limit);
            } else if (what.do === 'purge') {
              while ((await read(1000)) > 0);
              await feed.purge(knex, EVENING);
            } else {
              const refs = Array.from(
                { length: what.count },
                (_, n) => `${index}.${n}`,
              );
              const tx = await knex.transaction();
              await feed.append(tx, refs.map(change), NOON);
              if (what.commit) {
                await tx.commit();
                written.push(...refs);
              } else {
                await tx.rollback();
              }
            }
          }
          while ((await read(3)) > 0);
          expect(seen).toEqual(written);
        }),
        { numRuns: 40 },
      );
    });
  });
});
