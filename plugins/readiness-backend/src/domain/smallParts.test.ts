import {
  VERDICT_COUNTING,
  VERDICTS,
} from '@maestro-conductor/plugin-readiness-common';
import {
  component,
  excellentFacts,
  byName,
  fact,
  NOW,
  PRS,
  GATEWAY,
} from '../__testUtils__/samples';
import { diffDefinitions } from './diffDefinitions';
import { evaluateScorecard } from './evaluateScorecard';
import { checkEnvironment, checkGateRequest } from './gateRequest';
import { ComparableScore, isChange, verdictsText } from './historyPoint';
import { pageTeams } from './pageTeams';
import { readScorecardConfig } from './readScorecardConfig';
import { readSettings } from './readSettings';
import { selectFacts } from './selectFacts';
import { summarize } from './summarize';

describe('VERDICT_COUNTING', () => {
  it('says of every verdict how it counts; only what is judged earns points', () => {
    expect(Object.keys(VERDICT_COUNTING).sort()).toEqual([...VERDICTS].sort());
    const earning = VERDICTS.filter(v => VERDICT_COUNTING[v].earns);
    expect(earning).toEqual(['passed', 'partial']);
    const leftOut = VERDICTS.filter(v => !VERDICT_COUNTING[v].counts);
    expect(leftOut).toEqual(['not-applicable', 'exempt']);
  });
});

describe('selectFacts', () => {
  const name = 'test.coverage.lines';
  const select = (facts: Parameters<typeof selectFacts>[0], commit?: string) =>
    selectFacts(facts, { environment: 'production', commit }).get(name)?.value;

  it('takes the environment before none, and no other', () => {
    const none = fact(name, 1, { environment: '' });
    const own = fact(name, 2, { observedAt: '2020-01-01T00:00:00.000Z' });
    const other = fact(name, 3, { environment: 'staging' });
    expect(select([own, none, other])).toBe(2);
    expect(select([none, other])).toBe(1);
    expect(select([other])).toBeUndefined();
  });

  it('takes the commit asked from any branch, and other branches not otherwise', () => {
    const main = fact(name, 1, { commit: 'aaa' });
    const branch = fact(name, 2, { commit: 'bbb', defaultBranch: false });
    expect(select([main, branch])).toBe(1);
    expect(select([main, branch], 'bbb')).toBe(2);
    expect(select([branch])).toBeUndefined();
  });
});

describe('checkGateRequest', () => {
  const settings = {
    environments: ['production', 'staging'],
    defaultEnvironment: 'production',
  };

  it('completes what is left away', () => {
    expect(checkGateRequest({ entity: 'Gateway' }, settings)).toEqual({
      entityRef: GATEWAY,
      environment: 'production',
      commit: '',
    });
  });

  it.each([
    [{ entity: 'a b' }, /entity must be an entity ref/],
    [
      { entity: 'x', environment: 'prodction' },
      /environment is prodction, which is not configured\. Did you mean production\?/,
    ],
    [{ entity: 'x', commit: 'a; rm' }, /commit must be a commit id or version/],
    [
      { entity: 'x', minimum: 90 },
      /minimum must be a number from 0 to 1, and is 90\. Write 90 % as 0\.9/,
    ],
    [{ entity: 'x', minimum: NaN }, /minimum must be a number/],
  ])('refuses %j', (request, message) => {
    expect(() => checkGateRequest(request, settings)).toThrow(message);
  });

  it('names the environments there are', () => {
    expect(() => checkEnvironment('zzzzzzzzzzzz', settings)).toThrow(
      'Known are: production, staging.',
    );
  });
});

describe('readSettings', () => {
  it('has a default for everything', () => {
    expect(readSettings()).toMatchObject({
      environments: ['production'],
      defaultEnvironment: 'production',
      scorecard: { name: 'prs' },
    });
    expect(readSettings({ defaultEnvironment: 'live' }).environments).toEqual([
      'live',
    ]);
  });

  it.each([
    [{ environments: 'production' }, /readiness\.environments must be a list/],
    [{ environments: [] }, /readiness\.environments is empty/],
    [
      { environments: ['Prod'] },
      /readiness\.environments\[0\] must be the name of an environment/,
    ],
    [
      { environments: ['staging'], defaultEnvironment: 'production' },
      /defaultEnvironment is production, which is not in readiness\.environments/,
    ],
    [
      { scorecards: {} },
      /readiness\.scorecards must hold exactly one scorecard/,
    ],
    [{ scorecards: { a: {}, b: {} } }, /exactly one scorecard/],
  ])('refuses %j', (config, message) => {
    expect(() => readSettings(config)).toThrow(message);
  });
});

describe('diffDefinitions', () => {
  const read = (value: object) => readScorecardConfig('prs', value);
  const before = read({ weights: { coverage: 0.5, slo: 0.5 } });

  it.each([
    [
      { weights: { coverage: 0.6, slo: 0.4 } },
      'weight of coverage 0.5 → 0.6; weight of slo 0.5 → 0.4',
    ],
    [
      { weights: { coverage: 0.5, runbooks: 0.5 } },
      'slo removed; runbooks added with weight 0.5',
    ],
    [
      { weights: { coverage: 0.5, slo: 0.5 }, threshold: 0.8 },
      'threshold 0.9 → 0.8',
    ],
    [
      { weights: { coverage: 0.5, slo: 0.5 }, levels: { ok: 0.5 } },
      'levels now ok 0.5',
    ],
    [
      { weights: { coverage: 0.5, slo: 0.5 }, filter: { kind: 'api' } },
      'which entities are scored changed',
    ],
    [
      {
        weights: { coverage: 0.5, slo: 0.5 },
        appliesTo: { slo: { kind: 'api' } },
      },
      'to which entities slo applies changed',
    ],
    [{ weights: { coverage: 0.5, slo: 0.5 }, title: 'Other' }, 'the same rule'],
  ])('%j: %s', (after, summary) => {
    expect(diffDefinitions(before, read(after))).toBe(summary);
  });
});

describe('isChange', () => {
  const evaluate = (facts = excellentFacts(), now = NOW): ComparableScore => {
    const score = evaluateScorecard({
      definition: PRS,
      tenant: 'default',
      entityRef: GATEWAY,
      environment: 'production',
      entity: component('gateway'),
      facts: byName(facts),
      now,
    });
    const verdicts = () =>
      verdictsText(score.dimensions.map(d => [d.name, d.verdict]));
    return { ...score, verdicts };
  };

  it('is none while only hours pass', () => {
    const later = new Date(NOW.getTime() + 3_600_000);
    expect(isChange(evaluate(), evaluate(excellentFacts(), later))).toBe(false);
  });

  it('is one with the first score, other facts, another verdict', () => {
    const before = evaluate();
    expect(isChange(undefined, before)).toBe(true);
    expect(isChange(before, evaluate([]))).toBe(true);
    const aged = new Date(NOW.getTime() + 13 * 86_400_000);
    expect(isChange(before, evaluate(excellentFacts(), aged))).toBe(true);
    expect(isChange(before, { ...before, definitionVersion: 2 })).toBe(true);
  });
});

describe('summarize', () => {
  it('counts every level, the highest first, then those below all', () => {
    const summary = summarize(
      [
        { score: 0.95, ready: true, level: 'gold', evaluatedAt: NOW },
        { score: 0.6, ready: false, level: 'bronze' },
        { ready: false },
        { score: 0.7, ready: false, level: 'platinum' },
      ],
      { levels: PRS.levels, threshold: 0.9, environment: 'production' },
    );
    expect(summary).toEqual({
      services: 4,
      scored: 3,
      ready: 1,
      threshold: 0.9,
      environment: 'production',
      evaluatedAt: NOW.toISOString(),
      byLevel: [
        { level: 'gold', services: 1 },
        { level: 'silver', services: 0 },
        { level: 'bronze', services: 1 },
        { level: 'platinum', services: 1 },
        { level: undefined, services: 1 },
      ],
    });
  });
});

describe('pageTeams', () => {
  const team = (title: string, services: number, score?: number) => ({
    groupRef: `group:default/${title}`,
    title,
    depth: 0,
    services,
    scored: services,
    ready: 0,
    dimensions: {},
    ...(score !== undefined && { score }),
  });
  const teams = [team('c', 1, 0.5), team('a', 3), team('b', 2, 0.9)];
  const walk = (
    sort: 'tree' | 'score' | 'title' | 'services',
    order: 'asc' | 'desc',
  ) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = pageTeams(teams, { sort, order, limit: 1, cursor });
      seen.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor;
    } while (cursor);
    return seen.join('');
  };

  it.each([
    ['tree', 'asc', 'cab'],
    ['tree', 'desc', 'bac'],
    ['score', 'asc', 'cba'],
    ['score', 'desc', 'bca'],
    ['title', 'asc', 'abc'],
    ['services', 'desc', 'abc'],
  ] as const)('walks by %s %s: %s', (sort, order, expected) => {
    expect(walk(sort, order)).toBe(expected);
  });

  it('refuses a cursor of another order', () => {
    const { nextCursor } = pageTeams(teams, {
      sort: 'title',
      order: 'asc',
      limit: 1,
    });
    expect(() =>
      pageTeams(teams, {
        sort: 'title',
        order: 'desc',
        limit: 1,
        cursor: nextCursor,
      }),
    ).toThrow(/cursor is of a list with another sort or order/);
  });
});
