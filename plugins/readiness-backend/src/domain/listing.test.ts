import fc from 'fast-check';
import {
  ScoreFilter,
  ScoreListItem,
} from '@maestro-conductor/plugin-readiness-common';
import {
  byName,
  component,
  daysBefore,
  excellentFacts,
  GATEWAY,
  NOW,
  PRS,
} from '../__testUtils__/samples';
import { evaluateScorecard } from './evaluateScorecard';
import { checkScoreFilter } from './scoreFilter';
import { csvHeader, csvLine } from './scoresCsv';
import { sinceOf } from './sinceOf';
import { toFacets } from './toFacets';

describe('checkScoreFilter', () => {
  it('brings values into one form, each once', () => {
    expect(
      checkScoreFilter(
        {
          owner: ['Platform', 'group:default/platform', 'user:mona'],
          system: ['ingest'],
          lifecycle: [' Production '],
          tag: ['Java'],
          level: ['gold', 'none'],
          verdict: ['failed'],
          dimension: 'coverage',
          search: '  gate ',
        },
        PRS,
      ),
    ).toEqual({
      owner: ['group:default/platform', 'user:default/mona'],
      system: ['system:default/ingest'],
      lifecycle: ['production'],
      tag: ['java'],
      level: ['gold', 'none'],
      verdict: ['failed'],
      dimension: 'coverage',
      search: 'gate',
    });
    expect(checkScoreFilter({ owner: [], search: ' ' }, PRS)).toEqual({});
  });

  it.each<[ScoreFilter, RegExp]>([
    [{ owner: ['a b'] }, /^owner must be an entity ref/],
    [
      { tag: Array(21).fill('a') },
      /^tag may be given 20 times at most, and is given 21/,
    ],
    [{ tag: ['x'.repeat(201)] }, /^tag must be a text of 1 to 200/],
    [{ level: ['Gold'] }, /^level is "Gold".* Did you mean gold\?/],
    [{ verdict: ['pased' as 'passed'] }, /^verdict is "pased".* mean passed/],
    [{ dimension: 'coverage' }, /add verdict, for example verdict=failed/],
    [{ dimension: 'luck', verdict: ['failed'] }, /^dimension is "luck"/],
  ])('refuses %j', (filter, message) => {
    expect(() => checkScoreFilter(filter, PRS)).toThrow(message);
  });
});

describe('sinceOf', () => {
  it.each([
    [undefined, daysBefore(7)],
    ['2026-03-01', '2026-03-01T00:00:00.000Z'],
    ['2026-03-01T10:00:00+02:00', '2026-03-01T08:00:00.000Z'],
    ['2026-03-01T10:00Z', '2026-03-01T10:00:00.000Z'],
    [daysBefore(366), daysBefore(366)],
    [NOW.toISOString(), NOW.toISOString()],
  ])('reads %s as %s', (since, expected) => {
    expect(sinceOf(since, NOW).toISOString()).toBe(expected);
  });

  it.each([
    ['yesterday', /ISO 8601/],
    ['2026-03-01T10:00', /ISO 8601/],
    ['2026-02-31T25:00Z', /ISO 8601/],
    ['1', /ISO 8601/],
    [daysBefore(-0.001), /lies in the future/],
    [daysBefore(366.1), /at most 366 days back/],
  ])('refuses %s', (since, message) => {
    expect(() => sinceOf(since, NOW)).toThrow(message);
  });
});

describe('toFacets', () => {
  it('orders levels from the highest, verdicts by how many there are', () => {
    const level = [undefined, 'bronze', 'retired', 'gold'].map(value => ({
      value,
      services: 1,
    }));
    const { level: levels, verdict } = toFacets(
      {
        system: [],
        lifecycle: [],
        tag: [],
        level,
        verdict: [
          { value: 'passed', services: 1 },
          { value: 'no-data', services: 2 },
        ],
      },
      PRS.levels,
    );
    expect(levels.map(({ value }) => value)).toEqual([
      'gold',
      'bronze',
      'retired',
      'none',
    ]);
    expect(verdict.map(({ title }) => title)).toEqual(['No data', 'Passed']);
  });
});

describe('a file of scores', () => {
  const dimensions = ['coverage', 'slo', 'gone'];
  const item: ScoreListItem = {
    ...evaluateScorecard({
      definition: PRS,
      tenant: 'default',
      entityRef: GATEWAY,
      environment: 'production',
      entity: component('gateway'),
      facts: byName(excellentFacts().slice(1)),
      now: NOW,
    }),
    title: 'Gateway',
    owner: 'group:default/edge-team',
  };

  it('has one cell for each column, and an empty one for what is not known', () => {
    const columns = csvHeader(dimensions).trim().split(',');
    const cells = csvLine(item, dimensions).trim().split(',');
    const row = Object.fromEntries(columns.map((name, i) => [name, cells[i]]));
    expect(cells).toHaveLength(columns.length);
    expect(row).toMatchObject({
      entity: GATEWAY,
      system: '',
      score: '0.75',
      level: 'silver',
      ready: 'false',
      'coverage points': '',
      'coverage verdict': 'no-data',
      'slo points': '25',
      'slo verdict': 'passed',
      'gone points': '',
      'gone verdict': '',
      'definition version': '1',
      'evaluated at': NOW.toISOString(),
    });
    const { score, level, ...unscored } = item;
    expect(csvLine(unscored, [])).toContain(',,,0.9,,1,');
  });

  it('never begins a cell as a formula begins, and stays one row', () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string())
        .map(parts => parts.join('')),
    );
    fc.assert(
      fc.property(text, title => {
        const line = csvLine({ ...item, title }, []);
        const rest = line.slice(GATEWAY.length + 1);
        const quoted = /^"((?:[^"]|"")*)",/.exec(rest);
        const cell = quoted
          ? quoted[1].replaceAll('""', '"')
          : rest.slice(0, rest.indexOf(','));
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        expect([title, `'${title}`]).toContain(cell);
        const after = quoted
          ? rest.slice(quoted[0].length)
          : rest.slice(cell.length + 1);
        expect(after).toMatch(/^group:default\/edge-team,.*\r\n$/);
      }),
    );
  });
});
