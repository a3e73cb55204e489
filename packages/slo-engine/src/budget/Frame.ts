import { windowAt } from '../time';
import { ObjectiveDefinition } from '../types';

/** Burn rates that every objective has, by their names. */
export const BURN_WINDOWS = {
  '1h': 60,
  '6h': 360,
  '1d': 1_440,
  '3d': 4_320,
} as const;

/** Samples of the last minutes are on their way: nothing is said to be missing there. */
const UNDERWAY_MINUTES = 2;

/** The stretches of time that an evaluation looks at, in minutes since 1970. */
export interface Frame {
  /** Of the window of the objective. */
  from: number;
  /** The end of what is judged: now, or the end of the last slice that is over. */
  to: number;
  /** Rolling window: now. Calendar window: the end of the period. */
  end: number;
  /** Minutes of the whole window. */
  length: number;
  /** Slices that begin in the whole window; of events, its minutes. */
  units: number;
  /** Until when samples should have arrived. */
  expectedTo: number;
  /** The end of the burn rates: where the samples end. */
  burnTo: number;
  /** Starts of the burn rates, by the minutes of their windows. */
  burnFrom: Map<number, number>;
}

/**
 * Finds the stretches for an evaluation. Burn rates end where the samples end, not now: a source that is a few minutes behind would otherwise
 * leave the short windows empty, and every alert would end with its source.
 *
 * @param lastMinute - the last minute of which anything was seen, if ever
 */
export function frameAt(
  definition: ObjectiveDefinition,
  now: Date,
  lastMinute: number | undefined,
): Frame {
  const { window, alertRows } = definition;
  const slice = sliceOf(definition);
  const { from, to: minute, end } = windowAt(window, now);
  const to = Math.max(from, floorTo(minute, slice));
  const burnTo = floorTo(Math.min(minute, (lastMinute ?? minute) + 1), slice);
  const burnFrom = new Map<number, number>();
  const rows = alertRows.flatMap(row => [row.longMinutes, row.shortMinutes]);
  for (const minutes of [...rows, ...Object.values(BURN_WINDOWS)]) {
    burnFrom.set(minutes, burnTo - ceilTo(minutes, slice));
  }
  const length = end - from;
  const units = unitsOf(definition, from, end);
  const expectedTo = Math.max(from, Math.min(to, minute - UNDERWAY_MINUTES));
  return { from, to, end, length, units, expectedTo, burnTo, burnFrom };
}

/** How many slices, or minutes, begin in the window from `from` to `end`. Of rolling windows not by chance: their length counts. */
export function unitsOf(
  definition: Pick<ObjectiveDefinition, 'rule' | 'window'>,
  from: number,
  end: number,
): number {
  const slice = sliceOf(definition);
  return definition.window.kind === 'rolling'
    ? (end - from) / slice
    : (ceilTo(end, slice) - ceilTo(from, slice)) / slice;
}

/** Minutes of a slice; 1 where the budget is counted in events. */
export function sliceOf({ rule }: Pick<ObjectiveDefinition, 'rule'>): number {
  return rule.method === 'Occurrences' ? 1 : rule.sliceMinutes ?? 1;
}

export function floorTo(value: number, step: number): number {
  return Math.floor(value / step) * step;
}

export function ceilTo(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}
