import { DateTime } from 'luxon';

/** The UTC day of an ISO 8601 time as `20 Nov 2026`; what cannot be read as a time comes back as it is. @public */
export function formatDay(iso: string): string {
  const time = DateTime.fromISO(iso, { zone: 'utc', locale: 'en-GB' });
  return time.isValid ? time.toFormat('d LLL yyyy') : iso;
}
