import { AlertRow, ObjectiveState } from '@maestro-conductor/plugin-slo-common';
import { formatMinutes } from '@maestro-conductor/ui';

/** An alert row with what it finds now. */
export interface AlertRowView {
  row: AlertRow;
  long?: number;
  short?: number;
  firing: boolean;
  /** ISO 8601; while it fires. */
  since?: string;
  /** How soon it fires where everything fails. */
  detection: string;
}

/**
 * Where everything fails, budgets burn at 1 ÷ (1 − T), and the long window is above its factor after `factor × (1 − T)` of its length.
 * A row whose factor is not below that rate never fires.
 */
function detectionText(row: AlertRow, target: number): string {
  const share = row.factor * (1 - target);
  if (share >= 1) return 'never';
  // In whole minutes, as samples are; less the noise of binary fractions.
  return formatMinutes(Math.ceil(share * row.longMinutes - 1e-6));
}

/** The alert rows of an objective, in its order. */
export function alertRowViews(
  rows: readonly AlertRow[],
  target: number,
  burns: ObjectiveState['burns'] = [],
): AlertRowView[] {
  return rows.map(row => {
    const burn = burns.find(one => one.row === row.name);
    return {
      row,
      long: burn?.long,
      short: burn?.short,
      firing: burn?.firing ?? false,
      since: burn?.since,
      detection: detectionText(row, target),
    };
  });
}
