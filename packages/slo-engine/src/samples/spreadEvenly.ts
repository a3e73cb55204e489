import { MinuteCounts } from './DayCounts';

/** Events of some minutes in a row. @public */
export interface StretchCounts {
  /** First minute, since 1970. */
  minute: number;
  /** How many, from 1. */
  minutes: number;
  /** Of all of them together. */
  good: number;
  total: number;
}

/**
 * Gives each minute of a stretch the same share. Shares may be fractions: whole events would have to be put into single minutes, and time
 * slices would then be judged by chance.
 *
 * @public
 */
export function spreadEvenly(stretch: StretchCounts): MinuteCounts[] {
  const { minute, minutes } = stretch;
  const good = stretch.good / minutes;
  const total = stretch.total / minutes;
  return Array.from({ length: minutes }, (_, index) => ({
    minute: minute + index,
    good,
    total,
  }));
}
