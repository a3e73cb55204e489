import { TestDatabases } from '@backstage/backend-test-utils';
import { migrationsDir } from './migrations';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const key = {
  tenant: 'default',
  scorecard: 'prs',
  entity_ref: 'component:default/gateway',
  environment: 'production',
};
const at = new Date('2026-03-15T12:00:00.000Z');

describe('20261120120000_init', () => {
  it.each(databases.eachSupportedId())(
    'goes up, takes rows, and goes down, %s',
    async id => {
      const knex = await databases.init(id);
      await knex.migrate.up({ directory: migrationsDir });

      await knex('scorecard_versions').insert({
        scorecard: 'prs',
        version: 1,
        digest: 'd',
        content: '{}',
        summary: 's',
        created_at: at,
      });
      await knex('scores').insert({
        ...key,
        ready: true,
        definition_version: 1,
        evaluated_at: at,
        first_evaluated_at: at,
        revision: 1,
        dimension_values: '{}',
        result: '{}',
      });
      await knex('score_history').insert({
        ...key,
        slot: 'day:2026-03-15',
        at,
        definition_version: 1,
        threshold: 0.9,
        points: '{}',
        reconstructed: false,
      });
      await knex('reconstructions').insert({
        ...key,
        ticket: 't',
        requested_at: at,
      });
      await knex('gate_decisions').insert({
        ...key,
        id: 'i',
        decision: 'pass',
        decided_at: at,
        result: '{}',
      });
      await expect(
        knex('score_history').insert({
          ...key,
          slot: 'day:2026-03-15',
          at,
          definition_version: 1,
          threshold: 0.9,
          points: '{}',
          reconstructed: false,
        }),
      ).rejects.toThrow();

      await knex.migrate.down({ directory: migrationsDir });
      for (const table of [
        'scores',
        'score_history',
        'gate_decisions',
        'feed_cursors',
        'catalog_entities',
      ]) {
        await expect(knex.schema.hasTable(table)).resolves.toBe(false);
      }
      await knex.destroy();
    },
  );
});
