import {
  DimensionScore,
  GateDecision,
  Score,
  ScorecardsResponse,
  ScoreChanges,
  ScoreFacets,
  ScoreHistory,
  ScoreHistoryPoint,
  ScoreListItem,
  TeamScore,
} from '@maestro-conductor/plugin-readiness-common';

/** A dimension of the score of a plainly fictional service. */
export function sampleDimension(
  overrides: Partial<DimensionScore> = {},
): DimensionScore {
  return {
    name: 'coverage',
    title: 'Coverage',
    verdict: 'partial',
    value: 0.5,
    weight: 0.25,
    points: 12.5,
    maxPoints: 25,
    reason: '40 % of lines (full at 80 %)',
    nextStep: 'Test more lines.',
    facts: [
      {
        name: 'test.coverage.lines',
        value: 0.4,
        unit: 'ratio',
        observedAt: '2020-03-01T10:00:00Z',
        source: 'evidence:coverage',
        recordId: 'record-1',
      },
    ],
    ...overrides,
  };
}

const chaos = sampleDimension({
  name: 'chaos_recency',
  title: 'Chaos',
  verdict: 'no-data',
  value: 0,
  weight: 0.1,
  points: 0,
  maxPoints: 10,
  reason: 'never run',
  nextStep: 'Run a chaos experiment once.',
  facts: [{ name: 'chaos.passed_at' }],
});

const runbooks = sampleDimension({
  name: 'runbooks',
  title: 'Runbooks',
  verdict: 'passed',
  value: 1,
  weight: 0.1,
  points: 10,
  maxPoints: 10,
  reason: 'changed 41 days ago',
  nextStep: undefined,
  facts: [],
});

export function sampleScore(overrides: Partial<Score> = {}): Score {
  return {
    tenant: 'default',
    scorecard: 'prs',
    entityRef: 'component:default/gateway',
    environment: 'production',
    score: 0.74,
    level: 'bronze',
    threshold: 0.9,
    dimensions: [chaos, sampleDimension(), runbooks],
    definitionVersion: 2,
    evaluatedAt: '2020-03-08T10:00:00Z',
    inputsDigest: 'cd'.repeat(32),
    ...overrides,
  };
}

export function samplePoint(
  overrides: Partial<ScoreHistoryPoint> = {},
): ScoreHistoryPoint {
  return {
    at: '2020-03-08T00:00:00Z',
    score: 0.74,
    level: 'bronze',
    definitionVersion: 2,
    threshold: 0.9,
    points: { coverage: 12.5, runbooks: 10, chaos_recency: 0 },
    reconstructed: false,
    ...overrides,
  };
}

export const sampleHistory: ScoreHistory = {
  items: [
    samplePoint({
      at: '2020-02-28T00:00:00Z',
      score: 0.78,
      definitionVersion: 1,
      reconstructed: true,
      points: { coverage: 16.5, runbooks: 10, chaos_recency: 0 },
    }),
    samplePoint({ at: '2020-03-04T00:00:00Z', score: 0.76 }),
    samplePoint(),
  ],
  definitionChanges: [
    {
      version: 2,
      at: '2020-03-02T00:00:00Z',
      summary: 'weight of k6_recency 0.05 → 0.1',
    },
  ],
};

export function sampleDecision(
  overrides: Partial<GateDecision> = {},
): GateDecision {
  return {
    id: 'decision-1182',
    tenant: 'default',
    scorecard: 'prs',
    entityRef: 'component:default/gateway',
    environment: 'production',
    commit: '3f1c9a2b7d',
    decision: 'fail',
    score: 0.74,
    level: 'bronze',
    threshold: 0.9,
    blockers: [
      {
        code: 'below-threshold',
        message: 'The score of 0.74 is below 0.90.',
        nextStep: 'Gain 16 points.',
      },
    ],
    warnings: [],
    dimensions: [sampleDimension()],
    definitionVersion: 2,
    inputsDigest: 'ef'.repeat(32),
    askedBy: 'external:ci-sample',
    decidedAt: '2020-03-08T08:00:00Z',
    ...overrides,
  };
}

export const sampleScorecards: ScorecardsResponse = {
  environments: ['production', 'staging'],
  defaultEnvironment: 'production',
  items: [
    {
      name: 'prs',
      title: 'Production readiness',
      version: 2,
      digest: '12'.repeat(32),
      threshold: 0.9,
      levels: [{ name: 'bronze', minimum: 0.5 }],
      dimensions: [
        {
          name: 'coverage',
          title: 'Coverage',
          weight: 0.25,
          value: {
            function: 'linear',
            fact: 'test.coverage.lines',
            zeroAt: 0,
            fullAt: 0.8,
          },
          boundToCommit: true,
          nextStep: 'Test more lines.',
        },
        {
          name: 'chaos_recency',
          title: 'Chaos',
          weight: 0.1,
          value: {
            function: 'recency',
            fact: 'chaos.passed_at',
            fullDays: 14,
            zeroDays: 60,
          },
          boundToCommit: false,
          nextStep: 'Run a chaos experiment once.',
        },
      ],
    },
  ],
};

export function sampleListItem(
  overrides: Partial<ScoreListItem> = {},
): ScoreListItem {
  return {
    ...sampleScore(),
    title: 'Gateway',
    owner: 'group:default/edge-team',
    lifecycle: 'production',
    change: -0.04,
    ...overrides,
  };
}

export function sampleTeam(overrides: Partial<TeamScore> = {}): TeamScore {
  return {
    groupRef: 'group:default/platform',
    title: 'Platform',
    depth: 0,
    services: 3,
    scored: 2,
    ready: 1,
    score: 0.81,
    dimensions: {
      coverage: { value: 0.62, noData: 1 },
      chaos_recency: { noData: 3 },
    },
    ...overrides,
  };
}

export const sampleFacets: ScoreFacets = {
  system: [{ value: 'system:default/edge', title: 'Edge', services: 3 }],
  lifecycle: [
    { value: 'production', title: 'production', services: 4 },
    { value: 'experimental', title: 'experimental', services: 1 },
  ],
  tag: [{ value: 'go', title: 'go', services: 2 }],
  level: [
    { value: 'bronze', title: 'bronze', services: 2 },
    { value: 'none', title: 'none', services: 3 },
  ],
  verdict: [
    { value: 'partial', title: 'partial', services: 4 },
    { value: 'no-data', title: 'no-data', services: 3 },
  ],
};

/** A score that lost 26 points: coverage fell, chaos was not known before and is not now, and a rule changed. */
export function sampleChanges(
  overrides: Partial<ScoreChanges> = {},
): ScoreChanges {
  return {
    entityRef: 'component:default/gateway',
    environment: 'production',
    since: '2020-03-01T10:00:00Z',
    before: samplePoint({ at: '2020-02-28T00:00:00Z', score: 0.98 }),
    after: samplePoint({ score: 0.72 }),
    change: -0.26,
    items: [
      {
        name: 'coverage',
        title: 'Coverage',
        pointsBefore: 25,
        pointsAfter: 0,
        change: -25,
        verdictBefore: 'passed',
        verdictAfter: 'stale',
        cause: 'age',
        reason: 'measured 41 days ago',
        nextStep: 'Test more lines.',
        facts: sampleDimension().facts,
      },
      {
        name: 'runbooks',
        title: 'Runbooks',
        pointsBefore: 10,
        pointsAfter: 9,
        change: -1,
        verdictBefore: 'partial',
        verdictAfter: 'partial',
        cause: 'rule',
        reason: 'changed 41 days ago',
        facts: [],
      },
      {
        name: 'chaos_recency',
        title: 'Chaos',
        pointsBefore: 0,
        pointsAfter: 0,
        change: 0,
        verdictBefore: 'no-data',
        verdictAfter: 'no-data',
        facts: [],
      },
    ],
    definitionChanges: sampleHistory.definitionChanges,
    ...overrides,
  };
}
