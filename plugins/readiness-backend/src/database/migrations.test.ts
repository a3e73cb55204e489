import { TestDatabases } from '@backstage/backend-test-utils';
import {
  byName,
  component,
  excellentFacts,
  GATEWAY,
  NOW,
  PRS,
} from '../__testUtils__/samples';
import { evaluateScorecard } from '../domain/evaluateScorecard';
import { migrationsDir } from './migrations';
import { fromScoreRow, ScoreRow, toScoreColumns } from './scoreRows';

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

describe('20261120150000_conditions', () => {
  it.each(databases.eachSupportedId())(
    'goes up, takes rows, and goes down, %s',
    async id => {
      const knex = await databases.init(id);
      const files = { directory: migrationsDir };
      await knex.migrate.up(files);
      await knex.migrate.up(files);
      await knex('conditions').insert({
        id: 'readiness:below-threshold:component:default/gateway:production',
        rule: 'readiness:below-threshold',
        tenant: 'default',
        entity_ref: key.entity_ref,
        key: 'production',
        state: 'open',
        since: at,
        detail: '{}',
        revision: 1,
        delivered_revision: 0,
        delivered_state: 'resolved',
        attempts: 0,
        next_attempt_at: at,
      });
      await knex.migrate.down(files);
      await expect(knex.schema.hasTable('conditions')).resolves.toBe(false);
      await knex.migrate.down(files);
      await knex.destroy();
    },
  );
});

describe('20261120160000_small_scores', () => {
  it.each(databases.eachSupportedId())(
    'makes scores small and loses nothing of them, %s',
    async id => {
      const knex = await databases.init(id);
      const name = (file: string) => ({ directory: migrationsDir, name: file });
      await knex.migrate.up(name('20261120120000_init.js'));
      const score = evaluateScorecard({
        definition: PRS,
        tenant: 'default',
        entityRef: GATEWAY,
        environment: 'production',
        entity: component('gateway'),
        facts: byName(excellentFacts({ recordId: 'r', commit: 'abc1234' })),
        now: NOW,
      });
      await knex('scores').insert({
        ...key,
        score: score.score,
        level: score.level,
        ready: true,
        definition_version: 1,
        evaluated_at: NOW,
        first_evaluated_at: at,
        revision: 7,
        dimension_values: '{}',
        result: JSON.stringify(score),
      });

      await knex.migrate.up(name('20261120160000_small_scores.js'));
      const row: ScoreRow = await knex('scores').first();
      expect(fromScoreRow(row, PRS)).toEqual(score);
      expect(row).toMatchObject({
        ...toScoreColumns(score),
        ready: expect.anything(),
        revision: 7,
      });

      await knex.migrate.down(name('20261120160000_small_scores.js'));
      expect(await knex.schema.hasColumn('scores', 'inputs_digest')).toBe(
        false,
      );
      await knex.destroy();
    },
  );
});

describe('20261120180000_no_age_index', () => {
  it.each(databases.eachSupportedId())(
    'takes the index away and brings it back, and keeps the scores, %s',
    async id => {
      const knex = await databases.init(id);
      const files = { directory: migrationsDir };
      const name = '20261120180000_no_age_index.js';
      const createIndex = () =>
        knex.schema.alterTable('scores', table =>
          table.index(['evaluated_at'], 'scores_by_age_idx'),
        );
      await knex.migrate.latest(files);
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
      await knex.migrate.down({ ...files, name });
      await expect(knex('scores')).resolves.toHaveLength(1);
      // There again: a second one of its name is refused.
      await expect(createIndex()).rejects.toThrow('scores_by_age_idx');
      await knex.migrate.up({ ...files, name });
      await expect(createIndex()).resolves.toBeDefined();
      await expect(knex('scores')).resolves.toHaveLength(1);
      await knex.destroy();
    },
  );
});

describe('20261120190000_scores_by_entity', () => {
  it.each(databases.eachSupportedId())(
    'finds scores by entity, scorecard and environment, and keeps them, %s',
    async id => {
      const knex = await databases.init(id);
      const files = { directory: migrationsDir };
      const name = '20261120190000_scores_by_entity.js';
      const indexed = async (): Promise<string> => {
        const [table, text] =
          id === 'SQLITE_3'
            ? ['sqlite_master', 'sql']
            : ['pg_indexes', 'indexdef'];
        const column = id === 'SQLITE_3' ? 'name' : 'indexname';
        const [index] = await knex(table)
          .where(column, 'scores_by_entity_idx')
          .select({ text });
        return index.text.replace(/[`"]/g, '');
      };
      await knex.migrate.latest(files);
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
      await knex.migrate.down({ ...files, name });
      expect(await indexed()).toMatch(/\(entity_ref\)/);
      await knex.migrate.up({ ...files, name });
      expect(await indexed()).toMatch(/\(entity_ref, scorecard, environment\)/);
      await expect(knex('scores')).resolves.toHaveLength(1);
      await knex.destroy();
    },
  );
});
