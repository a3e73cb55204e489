/** Minute, hour, day, week, month, quarter, year: OpenSLO's letters. @public */
export type DurationUnit = 'm' | 'h' | 'd' | 'w' | 'M' | 'Q' | 'Y';

/** A length of time as people write it. @public */
export interface SloDuration {
  /** Whole, from 1. */
  count: number;
  unit: DurationUnit;
}

const MINUTES: Record<DurationUnit, number> = {
  m: 1,
  h: 60,
  d: 1_440,
  w: 7 * 1_440,
  M: 30 * 1_440,
  Q: 90 * 1_440,
  Y: 365 * 1_440,
};

const FORM = /^([1-9]\d{0,6})([mhdwMQY])$/;

/**
 * Reads a duration of OpenSLO: `30d`, `1M`. Letters are told apart by their case: `1m` is a minute, `1M` a month.
 *
 * @throws RangeError where it is none
 *
 * @public
 */
export function parseDuration(text: string): SloDuration {
  const [, count, unit] = FORM.exec(text) ?? [];
  if (!unit) {
    throw new RangeError(
      `"${text}" is no duration: write a whole number from 1 and one of m, h, d, w, M (month), Q and Y, for example 30d`,
    );
  }
  return { count: Number(count), unit: unit as DurationUnit };
}

/**
 * Minutes of a duration that rolls: a month counts 30 days, a quarter 90, a year 365. The length of a period of the calendar comes from
 * `lengthOf`.
 *
 * @public
 */
export function minutesOf({ count, unit }: SloDuration): number {
  return count * MINUTES[unit];
}
