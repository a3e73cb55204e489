import path from 'node:path';
import knexFactory, { Knex } from 'knex';
import { changeFacts } from './facts';

const KEY = {
  tenant: 'default',
  entity_ref: 'component:default/service-00000',
};
const origin = [
  '',
  '',
  '2026-11-20T12:00:00.000Z',
  null,
  'evidence:facts',
  'r',
];
const facts = [
  ['chaos.passed_at', 'timestamp', '2026-11-20T10:00:00.000Z', null, 0],
  ['load.passed', 'boolean', true, null, 0],
  ['ci.objectives.met_share', 'number', 0.5, 'ratio', 0],
];

describe('changeFacts', () => {
  let knex: Knex;
  beforeAll(async () => {
    knex = knexFactory({
      client: 'better-sqlite3',
      connection: { filename: ':memory:' },
      useNullAsDefault: true,
    });
    const evidence = require.resolve(
      '@maestro-conductor/plugin-evidence-backend/package.json',
    );
    await knex.migrate.latest({
      directory: path.join(path.dirname(evidence), 'migrations'),
    });
    const sheet = JSON.stringify({ origins: [origin], facts });
    await knex('fact_sheets').insert([
      { ...KEY, environment: 'production', sheet },
      { ...KEY, environment: '', sheet },
    ]);
  });
  afterAll(() => knex.destroy());

  it('gives each pushed fact another value each round, and leaves all else as it was', async () => {
    const sheetOf = async (environment: string) => {
      const row = await knex('fact_sheets').where({ environment }).first();
      return JSON.parse(row.sheet);
    };
    const seen = [await sheetOf('production')];
    for (const round of [1, 2]) {
      await changeFacts(knex, round);
      seen.push(await sheetOf('production'));
    }
    for (const place of facts.keys()) {
      const values = seen.map(sheet => sheet.facts[place][2]);
      expect(values[1]).not.toEqual(values[0]);
      expect(values[2]).not.toEqual(values[1]);
      for (const sheet of seen) {
        const [name, type, , ...rest] = sheet.facts[place];
        expect([name, type]).toEqual(facts[place].slice(0, 2));
        expect(typeof sheet.facts[place][2]).toBe(typeof facts[place][2]);
        expect(rest).toEqual(facts[place].slice(3));
      }
    }
    expect(seen[2].origins).toEqual([origin]);
    expect((await sheetOf('')).facts).toEqual(facts);
  });
});
