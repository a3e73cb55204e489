import fc from 'fast-check';
import { defaultAlertRows } from './defaultAlertRows';
import { lintAlertRows } from './lintAlertRows';

const DAY = 1_440;
const factors = (days: number) =>
  defaultAlertRows(days * DAY).map(({ name, factor }) => [name, factor]);

describe('defaultAlertRows', () => {
  it('gives the four rows of the SRE workbook for 30 days, exactly', () => {
    expect(defaultAlertRows(30 * DAY)).toEqual([
      {
        name: 'page-1h',
        severity: 'page',
        budgetShare: 0.02,
        longMinutes: 60,
        shortMinutes: 5,
        factor: 14.4,
      },
      {
        name: 'page-6h',
        severity: 'page',
        budgetShare: 0.05,
        longMinutes: 360,
        shortMinutes: 30,
        factor: 6,
      },
      {
        name: 'ticket-1d',
        severity: 'ticket',
        budgetShare: 0.1,
        longMinutes: 1_440,
        shortMinutes: 120,
        factor: 3,
      },
      {
        name: 'ticket-3d',
        severity: 'ticket',
        budgetShare: 0.1,
        longMinutes: 4_320,
        shortMinutes: 360,
        factor: 1,
      },
    ]);
  });

  it.each([
    [90, [43.2, 18, 9, 3]],
    [28, [13.44, 5.6, 2.8, 0.9333]],
    [14, [13.44, 4.4272, 1.9799, 0.9564]],
    [7, [13.44, 3.5, 1.4, 0.98]],
  ])('has factors of %d days of its own', (days, expected) => {
    const found = factors(days).map(([, factor]) => factor as number);
    expect(found.map(factor => Number(factor.toFixed(4)))).toEqual(expected);
  });

  it.each([
    [3, ['page-1h', 'page-6h']],
    [1, ['page-1h']],
    [0.25, []],
    [1 / 24, []],
  ])('leaves out what %d days cannot have', (days, names) => {
    expect(factors(days).map(([name]) => name)).toEqual(names);
  });

  it('makes no jump from one period to the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7 * DAY, max: 90 * DAY }), period => {
        const before = defaultAlertRows(period);
        defaultAlertRows(period + 1).forEach((row, i) => {
          expect(row.factor / before[i].factor).toBeCloseTo(1, 3);
        });
      }),
    );
  });

  it('spends the share that it says before it fires, and has no error by its own lint', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 365 * DAY }), period => {
        const rows = defaultAlertRows(period);
        for (const { factor, longMinutes, budgetShare } of rows) {
          expect((factor * longMinutes) / period).toBeCloseTo(budgetShare, 12);
        }
        const found = lintAlertRows(rows, { period, scrapeMinutes: 1 });
        expect(found.filter(({ severity }) => severity === 'error')).toEqual(
          [],
        );
      }),
    );
  });
});
