import { TestDatabases } from '@backstage/backend-test-utils';
import { insertValues } from './insertValues';
import { wantedRows } from './wantedRows';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const REPLACE =
  'on conflict ("id") do update set "bytes" = excluded."bytes", "at" = excluded."at"';

describe.each(databases.eachSupportedId())('many rows on %s', id => {
  async function create() {
    const knex = await databases.init(id);
    await knex.schema.createTable('things', table => {
      table.string('id').primary();
      table.integer('day');
      table.binary('bytes');
      table.dateTime('at');
    });
    return knex;
  }
  const at = new Date('2026-11-20T12:00:00.000Z');
  const thing = (name: string, day: number | null, bytes: number[] = []) => ({
    id: name,
    day,
    bytes: Uint8Array.from(bytes),
    at,
  });

  it('are written by one statement, with bytes, times and nulls, and replaced', async () => {
    const knex = await create();
    const options = { table: 'things', conflict: REPLACE };
    await insertValues(knex, [], options);
    await insertValues(
      knex,
      [thing('a', 1), thing('b', null, [0, 255])],
      options,
    );
    // A part of a larger buffer is written as that part.
    const part = Uint8Array.from([9, 1, 2, 9]).subarray(1, 3);
    await insertValues(knex, [{ ...thing('a', 7), bytes: part }], options);
    const rows = await knex('things').orderBy('id');
    expect(
      rows.map(row => [row.id, row.day, [...row.bytes], new Date(row.at)]),
    ).toEqual([
      ['a', 1, [1, 2], at],
      ['b', null, [0, 255], at],
    ]);
  });

  it('are found by one binding, however many', async () => {
    const knex = await create();
    const many = Array.from({ length: 12_000 }, (_, day) =>
      thing(`${day}`, day),
    );
    await insertValues(knex, many, { table: 'things', conflict: '' });
    const find = (rows: { name: string; day: number }[]) =>
      knex
        .from(
          wantedRows(knex, 'wanted', { name: 'text', day: 'integer' }, rows),
        )
        .join('things', join =>
          join
            .on('things.id', '=', 'wanted.name')
            .andOn('things.day', '=', 'wanted.day'),
        )
        .pluck('things.id');
    expect(
      await find(many.map(({ id: name, day }) => ({ name, day: day! }))),
    ).toHaveLength(12_000);
    expect(
      await find([
        { name: '1', day: 2 },
        { name: `x' or "1"=1`, day: 3 },
        { name: '4', day: 4 },
      ]),
    ).toEqual(['4']);
    expect(await find([])).toEqual([]);
  });
});
