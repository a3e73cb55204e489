import {
  breachedItem,
  burningItem,
  idleItem,
  SAMPLE_NOW,
  SAMPLE_ROWS,
  sampleItem,
  sampleObjective,
  sampleState,
  unknownItem,
} from '../__testUtils__/sampleObjectives';
import { alertRowViews } from './alertRowView';
import { budgetView } from './budgetView';
import { burnCells } from './burnCells';
import { burnLength } from './burnLength';
import { coverageText } from './coverageText';
import { factorText, rateText } from './rateText';
import { sourceNote } from './sourceNote';
import { trendView } from './trendView';
import { unitCostView } from './unitCostView';
import { windowText } from './windowText';

const now = Date.parse(SAMPLE_NOW);

describe('budgetView', () => {
  it.each([
    ['well', sampleState(), 0.52, 'good', '52 % · 22 min left'],
    ['burning', burningItem.state, 0.41, 'warning', '41 % · 2 h 57 min left'],
    [
      'overspent',
      breachedItem.state,
      0,
      'bad',
      'overspent by 60 % · 4 h 19 min too much',
    ],
    [
      'used up exactly',
      sampleState({ status: 'warning', budgetLeft: 0, budgetLeftMinutes: 0 }),
      0,
      'warning',
      'used up to the last bit',
    ],
    [
      'barely anything',
      sampleState({ budgetLeft: 0.0001, budgetLeftMinutes: 0.004 }),
      0.0001,
      'good',
      '0.1 % · under 1 min left',
    ],
    [
      'too little seen',
      unknownItem.state,
      undefined,
      'unknown',
      '61 % of the window seen',
    ],
    [
      'never seen',
      sampleState({ status: 'insufficient-data', coverage: { share: 0 } }),
      undefined,
      'unknown',
      'nothing seen yet',
    ],
    [
      'no traffic',
      idleItem.state,
      undefined,
      'unknown',
      'nothing to count in the window',
    ],
    ['pending', undefined, undefined, 'unknown', 'not evaluated yet'],
  ])('says what is left: %s', (_, state, share, tone, text) => {
    const view = budgetView(state);
    expect(view).toMatchObject({ tone, text });
    expect(view.share).toBe(share);
  });

  it('draws no bar for what cannot be told, even where numbers of what was seen are there', () => {
    const state = sampleState({ status: 'insufficient-data', budgetLeft: 0.9 });
    expect(budgetView(state).share).toBeUndefined();
  });
});

describe('coverageText', () => {
  it.each([
    [1, '100 %'],
    [0.8999, '89.9 %'],
    [0.998, '99.8 %'],
    [0.61, '61 %'],
  ])('writes %s as %s', (share, text) => {
    expect(coverageText(share)).toBe(text);
  });
});

describe('rateText', () => {
  it.each([
    [6.4, 14.4, '6.4×'],
    [14.401, 14.4, '14.401×'],
    [14.4, 14.4, '14.4×'],
    [0, 1, '0.0×'],
    [0.04, 1, '<0.1×'],
  ])('writes %s beside %s as %s', (rate, factor, text) => {
    expect(rateText(rate, factor)).toBe(text);
  });

  it('writes factors as they are', () => {
    expect([14.4, 6, 0.93333].map(factorText)).toEqual([
      '14.4×',
      '6×',
      '0.9333×',
    ]);
  });
});

describe('burnCells', () => {
  it('marks what is above its factor, and says what fires', () => {
    const cells = burnCells(burningItem.objective, burningItem.state);
    expect(cells.map(({ key, above }) => [key, above])).toEqual([
      ['1h', false],
      ['6h', true],
      ['1d', false],
      ['3d', true],
    ]);
    expect(cells.filter(({ firing }) => firing).map(c => c.key)).toEqual([
      '6h',
    ]);
  });

  it('marks nothing at the factor, and nothing that no row watches', () => {
    const state = sampleState({
      burnRates: { '1h': 14.4, '6h': 99, '1d': null, '3d': null },
    });
    const objective = sampleObjective({ alertRows: SAMPLE_ROWS.slice(0, 1) });
    const cells = burnCells(objective, state);
    expect(cells.some(({ above }) => above)).toBe(false);
    expect(cells[2].rate).toBeUndefined();
  });

  it('knows nothing before the first evaluation', () => {
    const cells = burnCells(sampleObjective(), undefined);
    expect(cells.every(({ rate }) => rate === undefined)).toBe(true);
  });
});

describe('alertRowViews', () => {
  it('says how soon a row fires where everything fails, and that one cannot', () => {
    expect(
      alertRowViews(SAMPLE_ROWS, 0.99).map(({ detection }) => detection),
    ).toEqual(['9 min', '22 min', '44 min', '44 min']);
    // 10 is as fast as a budget of a tenth can burn.
    expect(
      alertRowViews(SAMPLE_ROWS, 0.9).map(({ detection }) => detection),
    ).toEqual(['never', '3 h 36 min', '7 h 12 min', '7 h 12 min']);
  });

  it('takes what a row finds by its name', () => {
    const [, second] = alertRowViews(
      SAMPLE_ROWS,
      0.99,
      burningItem.state?.burns,
    );
    expect(second).toMatchObject({ long: 6.1, short: 6.6, firing: true });
    expect(alertRowViews(SAMPLE_ROWS, 0.99)[0]).toMatchObject({
      long: undefined,
      firing: false,
    });
  });
});

describe('trendView', () => {
  it('puts the target in the middle, and has gaps where nothing was seen', () => {
    const day = (date: number, actual: number | null) => ({
      day: `2020-03-0${date}`,
      actual,
    });
    const { values, label } = trendView(
      [day(1, 1), day(2, 0.99), day(3, null), day(4, 0.5), day(5, 0.995)],
      0.99,
    );
    expect(values[0]).toBe(1);
    expect(values[1]).toBeCloseTo(0.5);
    expect(values[2]).toBeUndefined();
    expect(values[3]).toBe(0);
    expect(label).toBe(
      '5 days: 1 below the target, worst 50.0 % on 4 Mar 2020, last 99.5 %',
    );
  });

  it('says that there is nothing', () => {
    expect(trendView([], 0.99).label).toBe('No data in 30 days');
  });
});

describe('unitCostView', () => {
  const cost = { currency: 'USD', per: 1_000_000, unit: 'calls' };
  it.each([
    [undefined, undefined],
    [
      { ...cost, value: 1.62, target: 2 },
      { text: '$1.62 / M calls', target: 'target $2.00', over: false },
    ],
    [
      { ...cost, per: 1_000, value: 0.0734, target: 0.07 },
      { text: '$0.073 / k calls', target: 'target $0.07', over: true },
    ],
    [
      { ...cost, per: 500, value: 2, target: 2 },
      { text: '$2.00 / 500 calls', target: 'target $2.00', over: false },
    ],
    [
      { ...cost, reason: 'fewer than 1,000 calls' },
      { text: 'unknown', over: false, reason: 'fewer than 1,000 calls' },
    ],
  ])('says what %j is', (given, expected) => {
    expect(unitCostView(given)).toEqual(expected);
  });
});

describe('times', () => {
  it('says how old a value is whose source does not answer', () => {
    expect(sourceNote(unknownItem, now)).toBe('last good value, 12 min old');
    expect(sourceNote(sampleItem(), now)).toBeUndefined();
    expect(sourceNote({ ...unknownItem, state: undefined }, now)).toBe(
      'the source has not answered for 11 min',
    );
  });

  it('says how long a burn went on', () => {
    const startedAt = '2020-03-08T08:00:00Z';
    expect(burnLength({ startedAt }, now)).toBe('2 h so far');
    expect(
      burnLength({ startedAt, endedAt: '2020-03-08T08:12:00Z' }, now),
    ).toBe('12 min');
  });

  it('names windows as they are declared', () => {
    expect(windowText({ kind: 'rolling', duration: '30d' })).toBe(
      '30d, rolling',
    );
    expect(
      windowText({
        kind: 'calendar',
        duration: '1M',
        startTime: '2020-01-01 00:00:00',
        timeZone: 'Europe/Berlin',
      }),
    ).toBe('1M, by the calendar from 2020-01-01 00:00:00 Europe/Berlin');
  });
});
