import { TestDatabases } from '@backstage/backend-test-utils';
import knexFactory, { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { ChangeFeed } from './ChangeFeed';
import { createChangeFeedTable } from './changeFeedTable';

jest.setTimeout(120_000);

const TABLE = 'test_changes';
const NOW = new Date('2026-03-01T12:00:00Z');

const change = (ref: string) => ({
  tenant: 'default',
  entityRef: 'component:default/gateway',
  type: 'facts' as const,
  ref,
});

/** SQLite has one writer at a time: there is nothing to prove. */
describe('ChangeFeed with several writers', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_15'] });
  const feed = new ChangeFeed<'facts'>({ table: TABLE });
  const supported = databases.eachSupportedId();

  if (supported.length === 0) {
    it('needs PostgreSQL, there is none: nothing checked', () => {
      expect(supported).toEqual([]);
    });
    return;
  }

  it.each(supported)('keeps the order of commits, %p', async databaseId => {
    const knex = await databases.init(databaseId);
    await createChangeFeedTable(knex, TABLE);

    const slow = await knex.transaction();
    const quick = await knex.transaction();
    await feed.append(slow, [change('slow')], NOW);
    const quickDone = feed
      .append(quick, [change('quick')], NOW)
      .then(() => quick.commit());

    const outcome = await Promise.race([
      quickDone.then(() => 'committed'),
      sleep(200).then(() => 'waits'),
    ]);
    expect(outcome).toBe('waits');
    expect((await feed.read(knex, { after: 0 })).items).toEqual([]);

    await slow.commit();
    await quickDone;
    const { items } = await feed.read(knex, { after: 0 });
    expect(items.map(item => item.ref)).toEqual(['slow', 'quick']);
  });

  it.each(supported)(
    'is what keeps a reader from passing a late commit, %p',
    async databaseId => {
      const knex = await databases.init(databaseId);
      await createChangeFeedTable(knex, TABLE);
      const insert = (tx: Knex.Transaction, ref: string) =>
        tx(TABLE).insert({
          tenant: 'default',
          entity_ref: 'component:default/gateway',
          type: 'facts',
          ref,
          created_at: NOW,
        });

      const slow = await knex.transaction();
      const quick = await knex.transaction();
      await insert(slow, 'slow');
      await insert(quick, 'quick');
      await quick.commit();
      const passed = await feed.read(knex, { after: 0 });
      await slow.commit();

      expect(passed.items.map(item => item.ref)).toEqual(['quick']);
      const rest = await feed.read(knex, { after: passed.next });
      expect(rest.items).toEqual([]);
    },
  );

  it.each(supported)(
    'lets a reader that pages meanwhile miss nothing, %p',
    async databaseId => {
      const knex = await databases.init(databaseId);
      await createChangeFeedTable(knex, TABLE);
      const reader = knexFactory(knex.client.config);
      const committed: string[] = [];
      let writing = true;

      const writer = async (name: number) => {
        for (let round = 0; round < 25; round++) {
          const refs = [`${name}.${round}.a`, `${name}.${round}.b`];
          const tx = await knex.transaction();
          // Transactions begin in one order, and append and commit in others.
          await tx.raw('select 1');
          await sleep(Math.random() * 4);
          await feed.append(tx, refs.map(change), NOW);
          await sleep(Math.random() * 4);
          if (round % 7 === name) {
            await tx.rollback();
          } else {
            await tx.commit();
            committed.push(...refs);
          }
        }
      };
      const seen: { seq: number; ref: string }[] = [];
      const page = async (): Promise<boolean> => {
        const after = seen.at(-1)?.seq ?? 0;
        const { items } = await feed.read(reader, { after, limit: 3 });
        seen.push(...items);
        return items.length > 0;
      };
      const reading = (async () => {
        while (writing) {
          await page();
        }
        while (await page());
      })();

      await Promise.all([0, 1, 2, 3, 4, 5].map(writer));
      writing = false;
      await reading;
      await reader.destroy();

      expect(seen.map(item => item.ref).sort()).toEqual(committed.sort());
      const numbers = seen.map(item => item.seq);
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    },
  );
});
