import { TestDatabases } from '@backstage/backend-test-utils';
import { migrationsDir } from './migrations';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const at = new Date('2026-11-20T12:00:00.000Z');

describe('20261120120000_init', () => {
  it.each(databases.eachSupportedId())(
    'goes up, takes rows, and goes down, %s',
    async id => {
      const knex = await databases.init(id);
      await knex.migrate.up({ directory: migrationsDir });
      const objective = {
        tenant: 'default',
        entity_ref: 'component:default/gateway',
        environment: 'production',
        slo: 'reads',
        objective: '0',
        title: 'Reads',
        definition: '{}',
        digest: 'd',
        document: 'd',
        line: 1,
        window: '30d',
      };
      await knex('objectives').insert({ id: 'a', ...objective });
      await expect(
        knex('objectives').insert({ id: 'b', ...objective }),
      ).rejects.toThrow();
      await knex('sample_heads').insert({ objective_id: 'a', revision: 1 });
      const day = { objective_id: 'a', day: 20_777, block: Buffer.from([1]) };
      await knex('sample_days').insert({
        ...{ ...day, good: 1, total: 1, minutes: 1, rule: 'Occurrences' },
        ...{ slices_known: 0, slices_bad: 0, slices_lost: 0, revision: 1 },
      });
      await knex('series_days').insert({ ...day, series: '', form: 'delta' });
      const burn = {
        ...{ objective_id: 'a', row: 'page-1h', severity: 'page', peak: 20 },
        ...{ started_at: at, seen_at: at },
      };
      await knex('burns').insert({ id: 'over', ended_at: at, ...burn });
      await knex('burns').insert({ id: 'open', ...burn });
      // A row burns once at a time.
      await expect(
        knex('burns').insert({ id: 'open again', ...burn }),
      ).rejects.toThrow();

      await knex.migrate.down({ directory: migrationsDir });
      for (const table of [
        'documents',
        'objectives',
        'sample_days',
        'states',
        'burns',
        'conditions',
        'feed_cursors',
        'catalog_entities',
      ]) {
        await expect(knex.schema.hasTable(table)).resolves.toBe(false);
      }
      await knex.destroy();
    },
  );
});
