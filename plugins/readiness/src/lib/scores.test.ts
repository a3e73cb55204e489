import {
  sampleDimension,
  samplePoint,
  sampleListItem,
  sampleTeam,
  sampleHistory,
  sampleScorecards,
} from '../__testUtils__/sampleScores';
import { dimensionColumns } from './dimensionColumns';
import { evidenceSources } from './evidenceSources';
import { factUsedText } from './factUsedText';
import { historyView } from './historyView';
import { levelRows } from './levelRows';
import { missingPoints } from './missingPoints';
import { missingSummary } from './missingSummary';
import { movers } from './movers';
import { nextSteps, stepsTitle } from './nextSteps';
import { ownerSearch } from './ownerSearch';
import { ruleText } from './ruleText';
import { scoreTrend } from './scoreTrend';
import { teamRows } from './teamRows';
import { trendText } from './trendText';
import { unknownSummary } from './unknownSummary';
import { valueTone } from './valueTone';

describe('missingPoints', () => {
  it.each([
    ['partial', 12.5, 12.5],
    ['passed', 25, 0],
    ['no-data', 0, 25],
    ['stale', 0, 25],
    ['errored', 0, 25],
    ['failed', 0, 25],
    ['not-applicable', 0, 0],
    ['exempt', 0, 0],
  ] as const)('of %s with %s of 25 is %s', (verdict, points, missing) => {
    expect(missingPoints({ verdict, points, maxPoints: 25 })).toBe(missing);
  });
});

describe('nextSteps', () => {
  it('puts what brings most first, and at most three', () => {
    const dimensions = [3, 25, 10, 5].map((missing, index) =>
      sampleDimension({
        name: `d${index}`,
        verdict: 'partial',
        points: 25 - missing,
      }),
    );
    expect(nextSteps(dimensions).map(({ gain }) => gain)).toEqual([25, 10, 5]);
  });

  it('leaves out what is full, does not apply, or would show as +0', () => {
    expect(
      nextSteps([
        sampleDimension({ verdict: 'passed', points: 25 }),
        sampleDimension({ verdict: 'not-applicable', points: 0 }),
        sampleDimension({ verdict: 'partial', points: 24.99 }),
      ]),
    ).toEqual([]);
  });

  it('has something to say where the scorecard has not', () => {
    const [step] = nextSteps([sampleDimension({ nextStep: undefined })]);
    expect(step.action).toBe('Raise Coverage.');
  });
});

describe('missingSummary', () => {
  const full = sampleDimension({ verdict: 'passed', points: 25 });
  it.each([
    [0.74, '12.5 points missing · 16 to the threshold of 0.90'],
    [0.95, '12.5 points missing · at or above the threshold of 0.90'],
    [0.8999, '12.5 points missing · 0.1 to the threshold of 0.90'],
    [
      0.8999999999999999,
      '12.5 points missing · at or above the threshold of 0.90',
    ],
    [undefined, 'Nothing was measured yet: there is no score.'],
  ])('of %s', (score, text) => {
    const dimensions = [sampleDimension(), full];
    expect(missingSummary({ score, threshold: 0.9, dimensions })).toBe(text);
  });

  it('tells a score that does not apply from one that is not known', () => {
    const dimensions = [sampleDimension({ verdict: 'not-applicable' })];
    expect(
      missingSummary({ score: undefined, threshold: 0.9, dimensions }),
    ).toBe('No dimension applies: there is no score.');
  });

  it('says so where nothing is missing', () => {
    expect(
      missingSummary({ score: 1, threshold: 0.9, dimensions: [full] }),
    ).toBe('nothing missing · at or above the threshold of 0.90');
  });
});

describe('unknownSummary', () => {
  it('keeps the ways of not knowing apart', () => {
    const lost = (verdict: 'no-data' | 'stale' | 'errored' | 'failed') =>
      sampleDimension({ verdict, points: 0, maxPoints: 10 });
    expect(
      unknownSummary([
        lost('no-data'),
        lost('no-data'),
        lost('stale'),
        lost('failed'),
      ]),
    ).toEqual(['no data: 20 points missing', 'stale: 10 points missing']);
  });
});

describe('scoreTrend', () => {
  it('compares with a week ago, and names what moved with it', () => {
    expect(scoreTrend(sampleHistory.items)).toEqual({
      change: expect.closeTo(-0.04),
      since: '2020-02-28T00:00:00Z',
      dimension: 'coverage',
      ruleChanged: true,
    });
  });

  it('compares with the oldest where none is a week old', () => {
    const trend = scoreTrend([
      samplePoint({ at: '2020-03-05T00:00:00Z', score: 0.7 }),
      samplePoint(),
    ]);
    expect(trend).toMatchObject({
      since: '2020-03-05T00:00:00Z',
      dimension: undefined,
      ruleChanged: false,
    });
  });

  it('is none with fewer than two scores', () => {
    expect(scoreTrend([])).toBeUndefined();
    expect(
      scoreTrend([samplePoint({ score: undefined }), samplePoint()]),
    ).toBeUndefined();
  });
});

describe('trendText', () => {
  const trend = (change: number) => ({
    change,
    since: '2020-02-28T00:00:00Z',
    dimension: 'coverage',
    ruleChanged: false,
  });
  it.each([
    [-0.04, '−0.04 since 28 Feb 2020, most of it from Coverage'],
    [0.006, '+0.01 since 28 Feb 2020, most of it from Coverage'],
    [0.004, 'unchanged since 28 Feb 2020'],
    [0, 'unchanged since 28 Feb 2020'],
  ])('of %s', (change, text) => {
    expect(trendText(trend(change), [sampleDimension()])).toBe(text);
  });
});

describe('stepsTitle', () => {
  it.each([
    [undefined, 'Next steps'],
    [0, 'Next steps'],
    [1, 'Next step'],
    [3, 'Next steps'],
  ])('of %s', (count, title) => {
    expect(stepsTitle(count)).toBe(title);
  });
});

describe('evidenceSources', () => {
  it('names each record once, with the latest time, and each collector', () => {
    const at = (day: number) => `2020-03-0${day}T00:00:00Z`;
    expect(
      evidenceSources([
        {
          name: 'a',
          source: 'evidence:load',
          recordId: 'r1',
          observedAt: at(1),
        },
        {
          name: 'b',
          source: 'evidence:load',
          recordId: 'r1',
          observedAt: at(2),
        },
        {
          name: 'c',
          source: 'evidence:load',
          recordId: 'r2',
          observedAt: at(1),
        },
        { name: 'd', source: 'collector:catalog' },
        { name: 'e', source: 'collector:catalog' },
        { name: 'f', source: 'evidence:scan', recordId: 'r3' },
        { name: 'g', source: 'elsewhere' },
        { name: 'h' },
      ]),
    ).toEqual([
      { label: 'load test', recordId: 'r1', observedAt: at(2) },
      { label: 'load test', recordId: 'r2', observedAt: at(1) },
      { label: 'catalog', recordId: undefined, observedAt: undefined },
      { label: 'scan', recordId: 'r3', observedAt: undefined },
      { label: 'elsewhere', recordId: undefined, observedAt: undefined },
    ]);
  });
});

describe('levelRows', () => {
  it('tells those below all levels from those without a score', () => {
    const rows = levelRows({
      services: 6,
      scored: 4,
      byLevel: [
        { level: 'gold', services: 1 },
        { level: undefined, services: 5 },
      ],
    });
    expect(rows).toEqual([
      { word: 'Gold', level: 'gold', services: 1, tone: 'good' },
      { word: 'Below all levels', level: 'none', services: 3, tone: 'bad' },
      { word: 'No data', level: 'none', services: 2, tone: 'unknown' },
    ]);
  });

  it('says nothing of no data where every service has a score', () => {
    const rows = levelRows({ services: 1, scored: 1, byLevel: [] });
    expect(rows.map(({ word }) => word)).toEqual(['Below all levels']);
  });
});

describe('teamRows', () => {
  const team = (groupRef: string, parentRef?: string) =>
    sampleTeam({ groupRef, parentRef });
  const teams = [
    team('root'),
    team('a', 'root'),
    team('a1', 'a'),
    team('b', 'root'),
    team('c', 'on another page'),
  ];
  const refs = (collapsed: string[]) =>
    teamRows(teams, new Set(collapsed)).map(({ groupRef, expanded }) => [
      groupRef,
      expanded,
    ]);

  it('shows all, and which have groups below', () => {
    expect(refs([])).toEqual([
      ['root', true],
      ['a', true],
      ['a1', undefined],
      ['b', undefined],
      ['c', undefined],
    ]);
  });

  it('leaves out everything below a collapsed group', () => {
    expect(refs(['root'])).toEqual([
      ['root', false],
      ['c', undefined],
    ]);
    expect(refs(['a']).map(([ref]) => ref)).toEqual(['root', 'a', 'b', 'c']);
  });
});

describe('historyView', () => {
  it('marks changes of the scorecard and keeps gaps', () => {
    const { points, marks } = historyView({
      ...sampleHistory,
      items: [samplePoint({ score: undefined })],
    });
    expect(points).toEqual([
      { at: '2020-03-08T00:00:00Z', value: undefined, reconstructed: false },
    ]);
    expect(marks[0]).toMatchObject({ label: 'scorecard v2' });
  });
});

describe('movers', () => {
  it('takes those that moved most, each once, and none that did not', () => {
    const item = (name: string, change?: number) =>
      sampleListItem({ entityRef: name, change });
    const moved = movers(
      [item('a', 0.14), item('b', 0.01), item('c', 0.001), item('d')],
      [item('e', -0.2), item('b', 0.01), item('f', -0.02)],
    );
    expect(moved.map(({ entityRef }) => entityRef)).toEqual(['e', 'a', 'f']);
  });
});

describe('factUsedText', () => {
  it.each([
    [undefined, undefined, 'no data'],
    [0.4, 'ratio', '40 %'],
    [true, undefined, 'yes'],
    [false, undefined, 'no'],
    ['2020-03-01T10:00:00Z', undefined, '1 Mar 2020, 10:00:00 UTC'],
    ['team', undefined, 'team'],
  ])('writes %p %s as %s', (value, unit, text) => {
    expect(factUsedText({ name: 'x', value, unit })).toBe(text);
  });
});

describe('valueTone', () => {
  it.each([
    [undefined, 'unknown'],
    [0, 'bad'],
    [0.5, 'warning'],
    [0.9, 'good'],
  ])('of %s is %s', (value, tone) => {
    expect(valueTone(value)).toBe(tone);
  });
});

describe('ruleText', () => {
  it('says every function in sentences', () => {
    const [coverage, chaos] = sampleScorecards.items[0].dimensions;
    expect(ruleText(coverage.value).join(' ')).toContain('all points from 0.8');
    expect(ruleText(chaos.value).join(' ')).toContain('none from 60 days on');
    expect(
      ruleText({
        function: 'recency',
        fact: 'load.passed_at',
        fullDays: 14,
        zeroDays: 60,
        requires: 'catalog.runbook.exists',
        lastOutcomeFact: 'load.passed',
        failedCap: 0.5,
      }).join(' '),
    ).toMatch(/must be true.*at most 0.5 of the points/);
    expect(
      ruleText({ function: 'fresh-kinds', kinds: ['coverage', 'tests'] }),
    ).toEqual([expect.stringContaining('coverage, tests')]);
    expect(
      ruleText({ function: 'is-true', fact: 'repo.has_codeowners' }),
    ).toEqual([expect.stringContaining('repo.has_codeowners is true')]);
    expect(
      ruleText({ function: 'at-least', fact: 'team.on_call', minimum: 2 }),
    ).toEqual([expect.stringContaining('is at least 2, none below')]);
    expect(
      ruleText({ function: 'at-most', fact: 'scan.critical', maximum: 0 }),
    ).toEqual([expect.stringContaining('is at most 0, none above')]);
  });
});

describe('dimensionColumns', () => {
  it('follows the scorecard, else takes what occurs', () => {
    expect(dimensionColumns(sampleScorecards.items[0].dimensions, [])).toEqual([
      { name: 'coverage', title: 'Coverage' },
      { name: 'chaos_recency', title: 'Chaos' },
    ]);
    expect(
      dimensionColumns(undefined, [sampleTeam()]).map(({ name }) => name),
    ).toEqual(['chaos_recency', 'coverage']);
  });
});

describe('addresses', () => {
  it('starts the services of an owner at the first page, keeping the rest', () => {
    expect(
      ownerSearch('?cursor=x&search=gate&sort=title', 'group:default/platform'),
    ).toBe('?sort=title&owner=group%3Adefault%2Fplatform&view=services');
    expect(ownerSearch('', '')).toBe('?owner=none&view=services');
  });
});
