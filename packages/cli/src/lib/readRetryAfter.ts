/**
 * What a `Retry-After` header asks for, in milliseconds from `now`: seconds, or a date of HTTP. `undefined` where it is absent
 * or neither.
 *
 * @internal
 */
export function readRetryAfter(
  header: string | null,
  now: Date,
): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  // Date.parse takes almost anything; every date of HTTP ends so.
  const date = header.trim().endsWith('GMT') ? Date.parse(header) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}
