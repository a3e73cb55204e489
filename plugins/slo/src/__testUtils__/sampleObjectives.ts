import {
  AlertRow,
  BoardSummary,
  Objective,
  ObjectiveDetail,
  ObjectiveItem,
  ObjectivePage,
  ObjectiveSeries,
  ObjectiveState,
  TeamBoardItem,
} from '@maestro-conductor/plugin-slo-common';

/** The moment at which the samples are looked at. */
export const SAMPLE_NOW = '2020-03-08T10:00:00.000Z';

const row = (
  name: string,
  severity: AlertRow['severity'],
  budgetShare: number,
  longMinutes: number,
  factor: number,
): AlertRow => ({
  name,
  severity,
  budgetShare,
  longMinutes,
  shortMinutes: longMinutes / 12,
  factor,
});

export const SAMPLE_ROWS: AlertRow[] = [
  row('page-1h', 'page', 0.02, 60, 14.4),
  row('page-6h', 'page', 0.05, 360, 6),
  row('ticket-1d', 'ticket', 0.1, 1440, 3),
  row('ticket-3d', 'ticket', 0.1, 4320, 1),
];

export const sampleObjective = (
  overrides: Partial<Objective> = {},
): Objective => ({
  id: '0123456789abcdef',
  tenant: 'default',
  entityRef: 'component:default/gateway',
  environment: 'production',
  slo: 'gateway-availability',
  objective: '0',
  title: 'Availability',
  target: 0.999,
  budgetingMethod: 'Occurrences',
  window: { kind: 'rolling', duration: '30d' },
  alertRows: SAMPLE_ROWS,
  queries: [
    {
      role: 'good',
      source: 'prometheus',
      text: 'sum(http_requests_total{code!~"5.."})',
    },
    { role: 'total', source: 'prometheus', text: 'sum(http_requests_total)' },
  ],
  ownerRef: 'group:default/edge-team',
  ...overrides,
});

const quiet = (name: string) => ({
  row: name,
  long: 0.4,
  short: 0.3,
  firing: false,
});

export const sampleState = (
  overrides: Partial<ObjectiveState> = {},
): ObjectiveState => ({
  status: 'ok',
  reason: '52 % of the budget is left.',
  evaluatedAt: '2020-03-08T09:59:40.000Z',
  window: { from: '2020-02-07T10:00:00.000Z', to: SAMPLE_NOW },
  actual: 0.99952,
  total: 13_000_000,
  bad: 6_240,
  budgetLeft: 0.52,
  budgetLeftMinutes: 22.46,
  budgetMinutes: 43.2,
  coverage: {
    share: 0.998,
    from: '2020-02-07T10:00:00.000Z',
    lastSampleAt: '2020-03-08T09:59:00.000Z',
  },
  burns: SAMPLE_ROWS.map(({ name }) => quiet(name)),
  burnRates: { '1h': 0.4, '6h': 0.5, '1d': 0.6, '3d': 0.5 },
  ...overrides,
});

const sampleTrend = (target: number) =>
  Array.from({ length: 30 }, (_, index) => ({
    day: new Date(Date.UTC(2020, 1, 8 + index)).toISOString().slice(0, 10),
    actual:
      index === 4 ? null : 1 - (1 - target) * (0.8 + 0.6 * Math.sin(index)),
  }));

export const sampleItem = (
  overrides: Partial<ObjectiveItem> = {},
): ObjectiveItem => {
  const objective = overrides.objective ?? sampleObjective();
  return {
    objective,
    state: sampleState(),
    trend: sampleTrend(objective.target),
    ...overrides,
  };
};

/** Burns by two rows that page. */
export const burningItem = sampleItem({
  objective: sampleObjective({
    id: '1111111111111111',
    entityRef: 'component:default/policy-reasoner',
    title: 'Writes p95 ≤ 700 ms',
    target: 0.99,
  }),
  state: sampleState({
    status: 'warning',
    reason: 'page-6h fires: 6.1 times too fast over 6 h.',
    actual: 0.994,
    budgetLeft: 0.41,
    budgetLeftMinutes: 177,
    budgetMinutes: 432,
    exhaustedAt: '2020-03-10T11:00:00.000Z',
    burns: [
      { row: 'page-1h', long: 6.4, short: 7, firing: false },
      {
        row: 'page-6h',
        long: 6.1,
        short: 6.6,
        firing: true,
        since: '2020-03-08T08:00:00.000Z',
      },
      { row: 'ticket-1d', long: 2.8, short: 3.2, firing: false },
      { row: 'ticket-3d', long: 1.1, short: 0.8, firing: false },
    ],
    burnRates: { '1h': 6.4, '6h': 6.1, '1d': 2.8, '3d': 1.1 },
    unitCost: {
      currency: 'USD',
      per: 1_000,
      unit: 'events',
      value: 0.082,
      target: 0.07,
    },
  }),
});

/** Spent more than its budget. */
export const breachedItem = sampleItem({
  objective: sampleObjective({
    id: '2222222222222222',
    title: 'API reads p95 ≤ 350 ms',
    target: 0.99,
  }),
  state: sampleState({
    status: 'breached',
    reason: '98.4 % were good, 99 % are asked for.',
    actual: 0.984,
    budgetLeft: -0.6,
    budgetLeftMinutes: -259.2,
    budgetMinutes: 432,
    usedUpSince: '2020-03-08T04:00:00.000Z',
    burnRates: { '1h': 2.1, '6h': 2.3, '1d': 1.9, '3d': 1.6 },
    unitCost: {
      currency: 'USD',
      per: 1_000_000,
      unit: 'calls',
      value: 1.62,
      target: 2,
    },
  }),
});

/** Too little was seen of it. */
export const unknownItem = sampleItem({
  objective: sampleObjective({
    id: '3333333333333333',
    entityRef: 'component:default/provenance-ledger',
    title: 'One hop p95 ≤ 300 ms',
    environment: 'staging',
  }),
  state: sampleState({
    status: 'insufficient-data',
    reason: '61 % of the window was seen, 90 % are needed.',
    actual: undefined,
    budgetLeft: undefined,
    budgetLeftMinutes: undefined,
    coverage: { share: 0.61, lastSampleAt: '2020-03-08T09:48:00.000Z' },
    burnRates: { '1h': null, '6h': null, '1d': null, '3d': null },
    burns: [],
    unitCost: {
      currency: 'USD',
      per: 1_000,
      unit: 'events',
      reason: 'Too few of the days have a cost.',
    },
  }),
  sourceProblem: {
    message: 'prometheus did not answer within 30 s',
    since: '2020-03-08T09:49:00.000Z',
  },
});

/** The source answered, and there was nothing to count. */
export const idleItem = sampleItem({
  objective: sampleObjective({
    id: '4444444444444444',
    entityRef: 'component:default/llm-router',
  }),
  state: sampleState({
    status: 'no-traffic',
    reason: 'There was nothing to count in the window.',
    actual: undefined,
    total: 0,
    bad: 0,
    budgetLeft: undefined,
    budgetLeftMinutes: undefined,
    burnRates: { '1h': null, '6h': null, '1d': null, '3d': null },
    burns: [],
  }),
  trend: [],
});

export const SAMPLE_ITEMS = [
  burningItem,
  breachedItem,
  unknownItem,
  idleItem,
  sampleItem(),
];

export const sampleSummary = (
  overrides: Partial<BoardSummary> = {},
): BoardSummary => ({
  total: 5,
  byStatus: {
    breached: 1,
    warning: 1,
    ok: 1,
    'insufficient-data': 1,
    'no-traffic': 1,
  },
  burning: 1,
  pending: 0,
  oldestEvaluation: '2020-03-08T09:59:40.000Z',
  ...overrides,
});

export const samplePage = (
  overrides: Partial<ObjectivePage> = {},
): ObjectivePage => ({
  items: SAMPLE_ITEMS,
  summary: sampleSummary(),
  windows: ['30d', '7d'],
  environments: ['production', 'staging'],
  ...overrides,
});

export const sampleDetail = (
  overrides: Partial<ObjectiveDetail> = {},
): ObjectiveDetail => ({
  ...burningItem,
  document: {
    location: 'https://example.org/gateway/slo/objectives.yaml',
    line: 12,
    readAt: '2020-03-08T09:00:00.000Z',
    problems: [
      {
        severity: 'warning',
        file: 'slo/objectives.yaml',
        line: 31,
        rule: 'ignored-operator',
        message: 'op has no effect beside a ratio: remove it',
      },
    ],
  },
  history: [
    {
      row: 'page-6h',
      severity: 'page',
      startedAt: '2020-03-08T08:00:00.000Z',
      peak: 7.2,
    },
    {
      row: 'ticket-1d',
      severity: 'ticket',
      startedAt: '2020-02-20T08:00:00.000Z',
      endedAt: '2020-02-20T10:05:00.000Z',
      peak: 3.4,
    },
  ],
  ...overrides,
});

const HOUR = 3_600_000;

export const sampleSeries = (
  overrides: Partial<ObjectiveSeries> = {},
): ObjectiveSeries => {
  const end = Date.parse(SAMPLE_NOW);
  const points = Array.from({ length: 120 }, (_, index) => {
    const wave = 1 + Math.sin(index / 6);
    const seen = index < 40 || index > 45;
    const rate = index > 105 ? 6 + wave : wave / 2;
    const total = Math.round(100_000 * (2 + Math.sin(index / 2)));
    return {
      time: new Date(end - (119 - index) * 6 * HOUR).toISOString(),
      total: seen ? total : null,
      bad: seen ? Math.round(total * 0.01 * rate) : null,
      budgetLeft: seen ? 0.9 - 0.004 * index : null,
      burn: {
        60: seen ? rate : null,
        360: seen ? rate * 0.9 : null,
        1440: seen ? rate * 0.5 : null,
        4320: seen ? rate * 0.3 : null,
      },
    };
  });
  return {
    from: points[0].time,
    to: SAMPLE_NOW,
    stepMinutes: 360,
    points,
    ...overrides,
  };
};

export const sampleTeam = (
  overrides: Partial<TeamBoardItem> = {},
): TeamBoardItem => ({
  groupRef: 'group:default/edge-team',
  title: 'Edge Team',
  summary: sampleSummary(),
  worst: {
    id: breachedItem.objective.id,
    title: breachedItem.objective.title,
    entityRef: breachedItem.objective.entityRef,
    budgetLeft: -0.6,
  },
  ...overrides,
});
