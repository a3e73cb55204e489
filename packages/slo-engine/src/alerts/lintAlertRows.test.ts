import { AlertRow } from '@maestro-conductor/plugin-slo-common';
import { alertRow } from './alertRow';
import { lintAlertRows } from './lintAlertRows';

const DAY = 1_440;

function row(changes: Partial<AlertRow>): AlertRow {
  const choice = {
    name: 'page-1h',
    severity: 'page' as const,
    budgetShare: 0.02,
    longMinutes: 60,
  };
  return { ...alertRow(choice, 30 * DAY), ...changes };
}

function lint(rows: AlertRow[], target?: number, scrapeMinutes = 1) {
  const options = { period: 30 * DAY, scrapeMinutes, target };
  return lintAlertRows(rows, options).map(({ severity, rule }) =>
    [severity, rule].join(' '),
  );
}

describe('lintAlertRows', () => {
  it('finds nothing wrong with a usual row', () => {
    expect(lint([row({})], 0.999)).toEqual([]);
  });

  it.each([
    [1, []],
    [0.98, ['warning alert-factor']],
    [0.9333, ['warning alert-factor']],
    [0.9, ['warning alert-factor']],
    [0.8999, ['error alert-factor']],
    [0, ['error alert-factor']],
    [NaN, ['error alert-factor']],
  ])('says of a factor of %d: %j', (factor, expected) => {
    expect(lint([row({ factor })])).toEqual(expected);
  });

  it.each([
    [2, 1, []],
    [1, 1, ['error alert-short-window']],
    [5, 2.5, []],
    [5, 3, ['error alert-short-window']],
  ])(
    'says of a short window of %d min with a sample every %d min: %j',
    (shortMinutes, scrape, expected) => {
      expect(lint([row({ shortMinutes })], undefined, scrape)).toEqual(
        expected,
      );
    },
  );

  it('finds a long window that exceeds the period', () => {
    expect(lint([row({ longMinutes: 30 * DAY })])).toEqual([]);
    expect(lint([row({ longMinutes: 30 * DAY + 1 })])).toEqual([
      'error alert-long-window',
    ]);
  });

  it('warns of a row that not even complete failure can fire', () => {
    // At 90 % complete failure burns at 10: not above 10, but above 9.
    expect(lint([row({ factor: 10 })], 0.9)).toEqual([
      'warning alert-unreachable',
    ]);
    expect(lint([row({ factor: 9 })], 0.9)).toEqual([]);
  });

  it('wants each name once, and names the row and the way out', () => {
    const rows = [row({}), row({ severity: 'ticket' })];
    const options = { period: 30 * DAY, scrapeMinutes: 1 };
    expect(lintAlertRows(rows, options)).toEqual([
      {
        severity: 'error',
        row: 'page-1h',
        rule: 'alert-name',
        message:
          'two alert rows are called page-1h: give each a name of its own',
      },
    ]);
  });
});
