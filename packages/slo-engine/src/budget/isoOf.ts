/** ISO 8601, UTC, of a minute since 1970. */
export function isoOf(minute: number): string {
  return new Date(minute * 60_000).toISOString();
}
