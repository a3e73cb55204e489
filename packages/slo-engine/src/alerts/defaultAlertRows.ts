import { AlertRow } from '@maestro-conductor/plugin-slo-common';
import { alertRow } from './alertRow';
import { LOWEST_FACTOR } from './lintAlertRows';

const DAY = 1_440;

/** By row: share of the budget for objectives of 28 days and more, and for those of 7 days. Both are Sloth's published choices. */
const ROWS = [
  { name: 'page-1h', severity: 'page', long: 60, share: 0.02, of7Days: 0.08 },
  { name: 'page-6h', severity: 'page', long: 360, share: 0.05, of7Days: 0.125 },
  {
    name: 'ticket-1d',
    severity: 'ticket',
    long: DAY,
    share: 0.1,
    of7Days: 0.2,
  },
  {
    name: 'ticket-3d',
    severity: 'ticket',
    long: 3 * DAY,
    share: 0.1,
    of7Days: 0.42,
  },
] as const;

/**
 * The alert rows of an objective that names none.
 *
 * From 28 days on: 2 % of the budget in 1 h, 5 % in 6 h, 10 % in 1 d and in 3 d; for 30 days these are the factors 14.4, 6, 3 and 1. The same
 * shares of a week's budget would fire at rates that the objective can afford, so for 7 days and less they are 8, 12.5, 20 and 42 %. Between
 * 7 and 28 days a share goes from the one to the other in equal ratios, so that no day more or less makes a jump: 4, 7.9, 14.1 and 20.5 % of 14 days.
 * Rows whose long window exceeds the period, or whose factor comes out below 0.9, are left out: a day has `page-1h` alone, and a few
 * hours have none that makes sense.
 *
 * @param periodMinutes - length of the objective's window; of a calendar window, the usual one (a month: 30 days)
 *
 * @public
 */
export function defaultAlertRows(periodMinutes: number): AlertRow[] {
  const days = periodMinutes / DAY;
  // 0 at 7 days, 1 at 28.
  const way = Math.min(Math.max(Math.log(days / 7) / Math.log(4), 0), 1);
  return ROWS.map(({ name, severity, long, share, of7Days }) => {
    const budgetShare = shareAt(way, of7Days, share);
    return alertRow(
      { name, severity, budgetShare, longMinutes: long },
      periodMinutes,
    );
  }).filter(
    ({ longMinutes, factor }) =>
      longMinutes <= periodMinutes && factor >= LOWEST_FACTOR,
  );
}

function shareAt(way: number, of7Days: number, of28Days: number): number {
  // The ends are exact: no logarithm may blur 14.4.
  if (way === 0) return of7Days;
  if (way === 1) return of28Days;
  return of7Days * (of28Days / of7Days) ** way;
}
