const MINUTE = 60_000;

/** The minute that a sample tells about: one taken exactly where a minute ends belongs to that minute. */
export function minuteOf(milliseconds: number): number {
  return Math.ceil(milliseconds / MINUTE) - 1;
}

/** Numbers by minute since 1970; a minute that is absent is not known. */
export type ByMinute = Map<number, number>;

/** Adds to a minute, which is known from then on. */
export function addTo(counts: ByMinute, minute: number, amount: number): void {
  counts.set(minute, (counts.get(minute) ?? 0) + amount);
}
