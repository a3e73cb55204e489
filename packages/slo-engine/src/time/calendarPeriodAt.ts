import { ObjectiveWindow } from '@maestro-conductor/plugin-slo-common';
import { DateTime, IANAZone } from 'luxon';
import { instantOf } from './instantOf';
import { minutesOf, parseDuration, SloDuration } from './parseDuration';

type CalendarWindow = Extract<ObjectiveWindow, { kind: 'calendar' }>;

/** What luxon adds to a local date. A quarter is three months. */
const STEPS = {
  d: { days: 1 },
  w: { days: 7 },
  M: { months: 1 },
  Q: { months: 3 },
  Y: { months: 12 },
} as const;

const MINUTE = 60_000;

/** The first minute, and the minute after the last. */
interface Period {
  from: number;
  end: number;
}

/**
 * Finding a period asks for the offsets of a zone several times, which takes some 0.2 ms; charts and evaluations ask for the same one over and
 * over. So the last found of each window is kept, by what the window says.
 */
const lastFound = new Map<string, Period>();
const MOST_KEPT = 1_000;

/**
 * The period of a calendar window that holds a minute: the k-th from the anchor, counted in local time and always from the anchor itself, so
 * that months that begin on the 31st do not drift. Before the anchor, periods go on backwards. Minutes and hours are no calendar units: they
 * are counted in elapsed time.
 *
 * @throws RangeError where duration, start or time zone are none
 */
export function calendarPeriodAt(
  window: CalendarWindow,
  minute: number,
): Period {
  const { duration, startTime, timeZone } = window;
  const key = `${duration} ${startTime} ${timeZone}`;
  const last = lastFound.get(key);
  if (last && last.from <= minute && minute < last.end) return last;
  const found = findPeriod(window, minute);
  if (lastFound.size >= MOST_KEPT) lastFound.clear();
  lastFound.set(key, found);
  return found;
}

function findPeriod(window: CalendarWindow, minute: number): Period {
  const startOf = periodStarts(window);
  const length = minutesOf(parseDuration(window.duration));
  // Within a few periods of the right one: months and years differ from their usual length by some percent.
  let k = Math.floor((minute - startOf(0)) / length);
  while (startOf(k) > minute) k -= 1;
  while (startOf(k + 1) <= minute) k += 1;
  return { from: startOf(k), end: startOf(k + 1) };
}

/** Gives the first minute of the k-th period. */
function periodStarts(window: CalendarWindow): (k: number) => number {
  const zone = IANAZone.create(window.timeZone);
  // Local time as if it were UTC: luxon adds months to it without knowing of daylight saving.
  const anchor = DateTime.fromSQL(window.startTime, { zone: 'utc' });
  if (!zone.isValid) {
    throw new RangeError(`"${window.timeZone}" is no time zone`);
  }
  if (!anchor.isValid) {
    throw new RangeError(`"${window.startTime}" is no local time`);
  }
  const { count, unit }: SloDuration = parseDuration(window.duration);
  const toMinute = (local: DateTime) =>
    Math.floor(instantOf(local.toMillis(), zone) / MINUTE);
  if (unit === 'm' || unit === 'h') {
    const first = toMinute(anchor);
    const length = minutesOf({ count, unit });
    return k => first + k * length;
  }
  const [[name, size]] = Object.entries(STEPS[unit]);
  return k => toMinute(anchor.plus({ [name]: k * count * size }));
}
