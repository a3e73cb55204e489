import { ObjectiveWindow } from '@maestro-conductor/plugin-slo-common';
import { calendarPeriodAt } from './calendarPeriodAt';
import { minutesOf, parseDuration } from './parseDuration';

/** A stretch of time in whole minutes since 1970, UTC. @public */
export interface WindowMinutes {
  /** First minute. */
  from: number;
  /** The minute after the last that counts: the one that now is in, which has not ended. */
  to: number;
  /** Rolling: the same. Calendar: the minute after the last of the period. */
  end: number;
}

/**
 * The window of an objective at a moment. A moment exactly on the border of two calendar periods belongs to the new one.
 *
 * @throws RangeError where duration, start or time zone are none
 *
 * @public
 */
export function windowAt(window: ObjectiveWindow, now: Date): WindowMinutes {
  const minute = Math.floor(now.getTime() / 60_000);
  if (window.kind === 'rolling') {
    const length = minutesOf(parseDuration(window.duration));
    return { from: minute - length, to: minute, end: minute };
  }
  const { from, end } = calendarPeriodAt(window, minute);
  return { from, to: minute, end };
}

/**
 * Minutes of the whole window at a moment. Of a calendar window: of this very period, with the hour that daylight saving takes or gives.
 *
 * @throws RangeError as `windowAt`
 *
 * @public
 */
export function lengthOf(window: ObjectiveWindow, now: Date): number {
  const { from, end } = windowAt(window, now);
  return end - from;
}
