import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import knexFactory from 'knex';
import { useWriteAheadLog } from './useWriteAheadLog';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe('useWriteAheadLog', () => {
  it('lets others read a file while a transaction writes it, and flushes each commit', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'write-ahead-'));
    const open = () =>
      knexFactory({
        client: 'better-sqlite3',
        connection: { filename: path.join(folder, 'file.sqlite') },
        useNullAsDefault: true,
      });
    const [writer, reader] = [open(), open()];
    try {
      await useWriteAheadLog(writer);
      await writer.schema.createTable('things', t => t.integer('n'));
      await writer.transaction(async tx => {
        await tx('things').insert({ n: 1 });
        await expect(reader('things')).resolves.toEqual([]);
      });
      await expect(reader('things')).resolves.toEqual([{ n: 1 }]);
      await expect(reader.raw('pragma journal_mode')).resolves.toEqual([
        { journal_mode: 'wal' },
      ]);
      // 2 is `full`.
      await expect(writer.raw('pragma synchronous')).resolves.toEqual([
        { synchronous: 2 },
      ]);
    } finally {
      await Promise.all([writer.destroy(), reader.destroy()]);
      await rm(folder, { recursive: true });
    }
  });

  it.each(databases.eachSupportedId())(
    'does no harm where there is no file, %s',
    async id => {
      const knex = await databases.init(id);
      await expect(useWriteAheadLog(knex)).resolves.toBeUndefined();
    },
  );
});
