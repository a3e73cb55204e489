import {
  Objective,
  ObjectiveState,
} from '@maestro-conductor/plugin-slo-common';

const WINDOWS = [
  { key: '1h', minutes: 60, title: '1 h' },
  { key: '6h', minutes: 360, title: '6 h' },
  { key: '1d', minutes: 1440, title: '1 d' },
  { key: '3d', minutes: 4320, title: '3 d' },
] as const;

/** The windows over which a board shows burn rates, shortest first. */
export const BURN_WINDOWS: ReadonlyArray<Pick<BurnCell, 'key' | 'title'>> =
  WINDOWS;

/** The burn rate over one window, beside the alert row that watches it. */
export interface BurnCell {
  key: keyof ObjectiveState['burnRates'];
  /** `6 h`. */
  title: string;
  /** Absent where it cannot be told. */
  rate?: number;
  /** Of the alert row with this long window; absent where there is none. */
  factor?: number;
  /** Whether the rate is above the factor. */
  above: boolean;
  /** Whether the row fires: its short window is above the factor too. */
  firing: boolean;
}

/** The burn rates of an objective as a board shows them. Compared as they are, before anything is rounded. */
export function burnCells(
  { alertRows }: Pick<Objective, 'alertRows'>,
  state?: Pick<ObjectiveState, 'burnRates' | 'burns'>,
): BurnCell[] {
  return WINDOWS.map(({ key, minutes, title }) => {
    const rate = state?.burnRates[key] ?? undefined;
    const row = alertRows.find(({ longMinutes }) => longMinutes === minutes);
    return {
      key,
      title,
      rate,
      factor: row?.factor,
      above: rate !== undefined && row !== undefined && rate > row.factor,
      firing: Boolean(
        row && state?.burns.find(burn => burn.row === row.name)?.firing,
      ),
    };
  });
}
