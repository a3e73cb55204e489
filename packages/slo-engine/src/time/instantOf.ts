import { Zone } from 'luxon';

const MINUTE = 60_000;
/** More than any zone is away from UTC. */
const A_DAY = 24 * 60 * MINUTE;

/**
 * The moment of a local time, by the rule that calendars share (RFC 5545): of an hour that comes twice, the first; an hour that is left out
 * is counted by the offset before it, so 02:30 becomes 03:30.
 *
 * @param local - milliseconds since 1970 of the local time as if it were UTC
 * @returns milliseconds since 1970
 */
export function instantOf(local: number, zone: Zone): number {
  const before = zone.offset(local - A_DAY) * MINUTE;
  const after = zone.offset(local + A_DAY) * MINUTE;
  const early = local - before;
  if (before === after || zone.offset(early) * MINUTE === before) return early;
  const late = local - after;
  return zone.offset(late) * MINUTE === after ? late : early;
}
