import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { applyMigrations } from './migrations';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe('migrations', () => {
  it.each(databases.eachSupportedId())(
    'go up, take rows, and go down again on %p',
    async id => {
      const knex = await databases.init(id);
      await applyMigrations(knex);
      await knex('blobs').insert({
        sha256: 'a',
        size: 1,
        created_at: new Date(),
      });
      await knex('blob_chunks').insert({
        sha256: 'a',
        position: 0,
        bytes: Buffer.from('x'),
      });
      await expect(
        knex('blob_chunks').insert({
          sha256: 'none',
          position: 0,
          bytes: Buffer.from('x'),
        }),
      ).rejects.toThrow(/foreign key/i);
      await knex('collect_queue').insert({ entity_ref: 'component:a/b' });

      await knex('blobs').insert({
        sha256: 'b',
        size: 1,
        created_at: new Date(),
        removed_at: new Date(),
      });

      const directory = resolvePackagePath(
        '@maestro-conductor/plugin-evidence-backend',
        'migrations',
      );
      await knex.migrate.down({
        directory,
        name: '20261120170000_retention.js',
      } as Knex.MigratorConfig);
      // Without its bytes, and without the word that they are gone, it would look like an empty file.
      expect(await knex('blobs').pluck('sha256')).toEqual(['a']);
      expect(await knex.schema.hasColumn('blobs', 'removed_at')).toBe(false);
      await applyMigrations(knex);

      await knex.migrate.rollback({ directory }, true);
      expect(await knex.schema.hasTable('records')).toBe(false);
      expect(await knex.schema.hasTable('changes')).toBe(false);
      await applyMigrations(knex);
      expect(await knex('blobs')).toEqual([]);
    },
    60_000,
  );
});
