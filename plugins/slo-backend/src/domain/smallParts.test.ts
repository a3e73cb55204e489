import { ConfigReader } from '@backstage/config';
import { Fact } from '@maestro-conductor/plugin-evidence-common';
import { ObjectiveState } from '@maestro-conductor/plugin-slo-common';
import { GATEWAY, objective } from '../__testUtils__/objectives';
import { factsOf } from './factsOf';
import { findTarget } from './findTarget';
import { readSettings } from './readSettings';
import { toDailyCosts } from './toDailyCosts';
import { unitCost } from './unitCost';
import { highestBurn, urgency } from './urgency';

const state = (more: Partial<ObjectiveState>): ObjectiveState => ({
  status: 'ok',
  reason: '',
  evaluatedAt: '2026-11-20T12:00:00.000Z',
  window: { from: '', to: '' },
  budgetMinutes: 1,
  coverage: { share: 1 },
  burns: [],
  burnRates: { '1h': null, '6h': null, '1d': null, '3d': null },
  ...more,
});
const rates = (hour: number | null) => ({
  '1h': hour,
  '6h': 1,
  '1d': null,
  '3d': null,
});

describe('factsOf', () => {
  it.each([
    ['nothing counts', [state({ status: 'no-traffic' })], []],
    [
      'what is not known is not met, and has no budget',
      [state({ budgetLeft: 0.5 }), state({ status: 'insufficient-data' })],
      [
        { name: 'slo.adherence', value: 0.5, unit: 'ratio' },
        { name: 'slo.budget.worst', value: 0.5, unit: 'ratio' },
      ],
    ],
    [
      'the last hour counts where nothing fires',
      [
        state({ status: 'breached', budgetLeft: -2, burnRates: rates(3) }),
        state({ status: 'warning', burnRates: rates(2) }),
      ],
      [
        { name: 'slo.adherence', value: 0.5, unit: 'ratio' },
        { name: 'slo.budget.worst', value: -2, unit: 'ratio' },
        { name: 'slo.burn.worst', value: 3 },
      ],
    ],
    [
      'what fires counts before it',
      [
        state({
          burns: [{ row: 'page-6h', firing: true, long: 7, short: 9 }],
          burnRates: rates(50),
        }),
      ],
      [
        { name: 'slo.adherence', value: 1, unit: 'ratio' },
        { name: 'slo.burn.worst', value: 7 },
      ],
    ],
  ])('%s', (_, states, facts) => {
    expect(factsOf(states)).toEqual(facts);
  });
});

describe('urgency', () => {
  it('puts what burns first, then what is used up, then what cannot be told', () => {
    const rows = objective().alertRows;
    const firing = (row: string) =>
      state({ status: 'breached', burns: [{ row, firing: true }] });
    const all = [
      firing('page-6h'),
      firing('ticket-1d'),
      ...(
        [
          'breached',
          'warning',
          'insufficient-data',
          'no-traffic',
          'ok',
        ] as const
      ).map(status => state({ status })),
    ];
    expect(all.map(one => urgency(one, rows))).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(highestBurn(state({}))).toBeUndefined();
    expect(highestBurn(state({ burnRates: rates(0.5) }))).toBe(1);
  });
});

describe('unitCost', () => {
  const target = { currency: 'USD', per: 1_000, unit: 'events' };
  const ask = (
    costs: [number, number, string?][],
    totals: Record<number, number>,
    minimumRequests = 100,
  ) =>
    unitCost({
      target,
      costs: costs.map(([day, amount, currency = 'USD']) => ({
        day,
        amount,
        currency,
      })),
      days: {
        rollUp: day =>
          totals[day] === undefined
            ? undefined
            : {
                good: 0,
                total: totals[day],
                minutes: 1,
                slices: { known: 0, bad: 0, lost: 0 },
              },
      },
      from: 10,
      to: 14,
      minimumRequests,
    });

  it('divides the costs of days that have both by their requests', () => {
    expect(
      ask(
        [
          [9, 99],
          [10, 1],
          [11, 5],
          [12, 2],
        ],
        { 10: 100, 12: 200, 13: 900 },
      ),
    ).toEqual({
      ...target,
      value: (3 / 300) * 1_000,
      from: '1970-01-11T00:00:00.000Z',
      to: '1970-01-14T00:00:00.000Z',
    });
  });

  it.each<
    [string, [number, number, string?][], Record<number, number>, RegExp]
  >([
    [
      'fewer than half of the days',
      [[10, 1]],
      { 10: 1_000 },
      /Only 1 of 4 days/,
    ],
    [
      'too few requests',
      [
        [10, 1],
        [11, 1],
      ],
      { 10: 99 },
      /Only 99 events.*100 are needed/,
    ],
    [
      'another currency',
      [
        [10, 1, 'EUR'],
        [11, 1],
      ],
      { 10: 1_000 },
      /in EUR.*asks for USD/,
    ],
  ])('is unknown with %s', (_, costs, totals, reason) => {
    const found = ask(costs, totals);
    expect(found.reason).toMatch(reason);
    expect(found).not.toHaveProperty('value');
  });
});

describe('toDailyCosts', () => {
  it('takes the last amount of a day, in a currency', () => {
    const cost = (observedAt: string, value: unknown, unit = 'USD/d') =>
      ({ name: 'cost.daily', observedAt, value, unit } as Fact);
    expect(
      toDailyCosts(
        [
          cost('1970-01-03T23:59:59Z', 3),
          cost('1970-01-02T00:00:00Z', 1),
          cost('1970-01-02T12:00:00Z', 2),
          cost('1970-01-04T12:00:00Z', -2),
          cost('1970-01-05T12:00:00Z', 2, 'USD'),
          cost('1970-01-01T12:00:00Z', 2),
        ],
        1,
      ),
    ).toEqual([
      { day: 1, amount: 2, currency: 'USD' },
      { day: 2, amount: 3, currency: 'USD' },
    ]);
  });
});

describe('findTarget', () => {
  const place = { entityRef: GATEWAY, environment: 'production' };
  const targets = [
    objective({ slo: 'reads' }),
    objective({ slo: 'writes', objective: 'fast' }),
    objective({ slo: 'writes', objective: 'slow' }),
    objective({ slo: 'asked', source: 'prometheus' }),
  ].map((definition, index) => ({ id: `${index}`, ...place, definition }));
  const find = (slo: string, name?: string) =>
    findTarget({ slo, objective: name }, place, targets);

  it('finds an objective by SLO, and by name where there are several', () => {
    expect(find('reads')).toMatchObject({ id: '0' });
    expect(find('writes', 'slow')).toMatchObject({ id: '2' });
  });

  it.each([
    ['raeds', undefined, 'slo', /has no SLO raeds. Did you mean reads/],
    ['writes', undefined, 'objective', /name one of fast, slow/],
    ['writes', 'fats', 'objective', /Did you mean fast/],
    ['asked', undefined, 'slo', /come from prometheus/],
  ])('says of %s %s what there is', (slo, name, field, message) => {
    expect(find(slo, name)).toMatchObject({
      field,
      message: expect.stringMatching(message),
    });
  });
});

describe('readSettings', () => {
  const read = (slo?: object) =>
    readSettings(slo && new ConfigReader(slo as never));

  it('has the documented defaults', () => {
    expect(read()).toEqual({
      folders: [],
      evaluation: {
        minCoverage: 0.9,
        staleMinutes: 60,
        warnBelow: 0.25,
        minimumRequests: 1_000,
      },
      frequencyMs: 60_000,
      sourceTimeoutMs: 30_000,
      factsEveryMs: 900_000,
    });
  });

  it('makes alert rows for a period', () => {
    const row = {
      name: 'fast',
      severity: 'page',
      budgetShare: 0.05,
      long: '2h',
    };
    const { alertRows } = read({ alertRows: [row] });
    expect(alertRows!(7 * 1_440)).toEqual([
      {
        name: 'fast',
        severity: 'page',
        budgetShare: 0.05,
        longMinutes: 120,
        shortMinutes: 10,
        factor: 4.2,
      },
    ]);
    expect(alertRows!(60)).toEqual([]);
  });

  it.each([
    [{ minCoverage: 90 }, /slo.minCoverage: must be a number from 0 to 1/],
    [{ staleAfter: { minutes: 0 } }, /slo.staleAfter: must be longer/],
    [
      {
        alertRows: [
          { name: 'a', severity: 'loud', budgetShare: 1, long: '1h' },
        ],
      },
      /alertRows\[0\].severity/,
    ],
    [
      {
        alertRows: [
          { name: 'a', severity: 'page', budgetShare: 2, long: '1h' },
        ],
      },
      /budgetShare.*0.02/,
    ],
    [
      {
        alertRows: [
          { name: 'a', severity: 'page', budgetShare: 1, long: '1x' },
        ],
      },
      /alertRows\[0\].long: "1x"/,
    ],
  ])('refuses %j', (slo, message) => {
    expect(() => read(slo)).toThrow(message);
  });
});
