import { DateTime } from 'luxon';

/** An ISO 8601 time as `20 Nov 2026, 13:37:05 UTC`; what cannot be read as a time comes back as it is. @public */
export function formatExactTime(iso: string): string {
  const time = DateTime.fromISO(iso, { zone: 'utc', locale: 'en-GB' });
  return time.isValid ? time.toFormat("d LLL yyyy, HH:mm:ss 'UTC'") : iso;
}
