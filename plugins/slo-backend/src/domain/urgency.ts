import { AlertRow, ObjectiveState } from '@maestro-conductor/plugin-slo-common';

/** Where a status stands among what does not burn. */
const OF_STATUS: Record<ObjectiveState['status'], number> = {
  breached: 2,
  warning: 3,
  'insufficient-data': 4,
  'no-traffic': 5,
  ok: 6,
};

/** How soon somebody should look: 0 a burn that pages, 1 one that opens a ticket, then by status; 6 is the least. */
export function urgency(
  state: ObjectiveState,
  rows: readonly AlertRow[],
): number {
  const firing = state.burns.filter(burn => burn.firing);
  if (firing.length === 0) return OF_STATUS[state.status];
  const pages = new Set(
    rows.filter(({ severity }) => severity === 'page').map(({ name }) => name),
  );
  return firing.some(({ row }) => pages.has(row)) ? 0 : 1;
}

/** The highest of the burn rates that are known. */
export function highestBurn({ burnRates }: ObjectiveState): number | undefined {
  const known = Object.values(burnRates).filter(rate => rate !== null);
  return known.length > 0 ? Math.max(...known) : undefined;
}
