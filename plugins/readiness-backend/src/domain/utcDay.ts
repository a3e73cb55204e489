/** Milliseconds of a day. UTC has no other length of day. */
export const DAY_MS = 24 * 60 * 60 * 1000;

/** The UTC day of a moment as `2026-01-31`. */
export function utcDay(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** 00:00 UTC of the day of a moment. */
export function startOfUtcDay(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / DAY_MS) * DAY_MS);
}

/** The last millisecond of the UTC day of a moment. */
export function endOfUtcDay(moment: Date): Date {
  return new Date(startOfUtcDay(moment).getTime() + DAY_MS - 1);
}
