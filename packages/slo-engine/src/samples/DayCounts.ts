/** Minutes of a UTC day. @public */
export const MINUTES_PER_DAY = 1_440;

/**
 * Good and all events of each minute of a UTC day. NaN in both where nothing was seen, which is another thing than 0. Counts are not negative,
 * good is at most total; they need not be whole.
 *
 * @public
 */
export interface DayCounts {
  /** 1,440 long. */
  good: Float64Array;
  /** 1,440 long. */
  total: Float64Array;
}

/** Events of one minute. @public */
export interface MinuteCounts {
  /** Since 1970, UTC. */
  minute: number;
  /** 0 to total. */
  good: number;
  total: number;
}

/** A day of which nothing was seen. @public */
export function emptyDay(): DayCounts {
  return {
    good: new Float64Array(MINUTES_PER_DAY).fill(NaN),
    total: new Float64Array(MINUTES_PER_DAY).fill(NaN),
  };
}

/** The UTC day of a minute, counted from 1970. @public */
export function dayOf(minute: number): number {
  return Math.floor(minute / MINUTES_PER_DAY);
}
