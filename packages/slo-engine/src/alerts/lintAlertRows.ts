import { AlertRow } from '@maestro-conductor/plugin-slo-common';

/** Below 1 a row fires at a rate that the objective can afford; down to here that is a matter of rounding, and known practice. @public */
export const LOWEST_FACTOR = 0.9;

/** What is wrong with an alert row. @public */
export interface AlertRowProblem {
  severity: 'error' | 'warning';
  /** Name of the row. */
  row: string;
  rule:
    | 'alert-name'
    | 'alert-factor'
    | 'alert-short-window'
    | 'alert-long-window'
    | 'alert-unreachable';
  /** What is wrong and what to do. */
  message: string;
}

/**
 * Looks for alert rows that cannot do what they are for.
 *
 * @param options - `period`: minutes of the objective's window; `scrapeMinutes`: between two samples; `target`: where it is given, rows that
 *   not even complete failure can fire are warned of
 *
 * @public
 */
export function lintAlertRows(
  rows: readonly AlertRow[],
  options: { period: number; scrapeMinutes: number; target?: number },
): AlertRowProblem[] {
  const names = rows.map(({ name }) => name);
  return rows.flatMap((row, i) => [
    ...(names.indexOf(row.name) < i ? [sameName(row)] : []),
    ...lintFactor(row, options.target),
    ...lintWindows(row, options),
  ]);
}

function sameName({ name }: AlertRow): AlertRowProblem {
  const message = `two alert rows are called ${name}: give each a name of its own`;
  return { severity: 'error', row: name, rule: 'alert-name', message };
}

function lintFactor(row: AlertRow, target?: number): AlertRowProblem[] {
  const { name, factor } = row;
  if (!(factor >= 1)) {
    const tolerated = factor >= LOWEST_FACTOR;
    return [
      {
        severity: tolerated ? 'warning' : 'error',
        row: name,
        rule: 'alert-factor',
        message: `${name} fires at a burn rate of ${short(factor)}, ${
          tolerated ? 'slightly ' : ''
        }below the rate of 1 that the objective can afford: raise its share of the budget or shorten its long window`,
      },
    ];
  }
  // Complete failure burns at 1 / (1 − target), and a row fires above its factor. 1 − 0.9 is a little below 0.1.
  if (target !== undefined && factor * (1 - target) > 1 - 1e-9) {
    return [
      {
        severity: 'warning',
        row: name,
        rule: 'alert-unreachable',
        message: `${name} never fires: at complete failure a target of ${target} burns at ${short(
          1 / (1 - target),
        )}, and it waits for more than ${short(factor)}`,
      },
    ];
  }
  return [];
}

function lintWindows(
  { name, longMinutes, shortMinutes }: AlertRow,
  { period, scrapeMinutes }: { period: number; scrapeMinutes: number },
): AlertRowProblem[] {
  const problems: AlertRowProblem[] = [];
  if (shortMinutes < 2 * scrapeMinutes) {
    problems.push({
      severity: 'error',
      row: name,
      rule: 'alert-short-window',
      message: `the short window of ${name}, ${shortMinutes} min, is shorter than two sample intervals of ${scrapeMinutes} min: lengthen its long window to ${
        24 * scrapeMinutes
      } min at least`,
    });
  }
  if (longMinutes > period) {
    problems.push({
      severity: 'error',
      row: name,
      rule: 'alert-long-window',
      message: `the long window of ${name}, ${longMinutes} min, exceeds the objective's own window of ${period} min: shorten it`,
    });
  }
  return problems;
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
