import { AlertRow } from '@maestro-conductor/plugin-slo-common';

/** What is chosen of an alert row; the rest follows from it. @public */
export interface AlertRowChoice {
  /** Unique in the objective. */
  name: string;
  severity: AlertRow['severity'];
  /** Share of the budget that may be gone when it fires, above 0. */
  budgetShare: number;
  /** Length of the long window. */
  longMinutes: number;
}

/**
 * An alert row for an objective's own period: factor = share × period ÷ long window, short window = long ÷ 12 in whole minutes
 * (SRE workbook, chapter 5).
 *
 * @param periodMinutes - length of the objective's window
 *
 * @public
 */
export function alertRow(
  { name, severity, budgetShare, longMinutes }: AlertRowChoice,
  periodMinutes: number,
): AlertRow {
  return {
    name,
    severity,
    budgetShare,
    longMinutes,
    shortMinutes: shortOf(longMinutes),
    factor: (budgetShare * periodMinutes) / longMinutes,
  };
}

/** The short window that belongs to a long one. @public */
export function shortOf(longMinutes: number): number {
  return Math.max(1, Math.round(longMinutes / 12));
}
