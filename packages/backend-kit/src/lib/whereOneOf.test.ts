import { TestDatabases } from '@backstage/backend-test-utils';
import { whereOneOf } from './whereOneOf';

jest.setTimeout(60_000);

const TEXTS = ['a', `it's`, '"', '{}', 'ä, b', '\\', '?', ''];

describe('whereOneOf', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

  it.each(databases.eachSupportedId())(
    'finds what whereIn finds, %s',
    async id => {
      const knex = await databases.init(id);
      await knex.schema.createTable('words', table => table.string('word'));
      await knex('words').insert(TEXTS.map(word => ({ word })));
      const find = (wanted: string[]) =>
        whereOneOf(knex, knex('words'), 'words.word', wanted).pluck('word');
      for (const text of TEXTS) expect(await find([text])).toEqual([text]);
      expect((await find(TEXTS)).sort()).toEqual([...TEXTS].sort());
      expect(await find(['b', ...TEXTS.slice(0, 2)])).toHaveLength(2);
      expect(await find([])).toEqual([]);
      await knex.destroy();
    },
  );
});
