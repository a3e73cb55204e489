import { InputError } from '@backstage/errors';
import { DAY_MS } from './utcDay';

const DEFAULT_DAYS = 7;
const MAX_DAYS = 366;
const ISO =
  /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/;

/**
 * The moment from which on changes are asked for; by default 7 days ago. A day alone is its 00:00 UTC.
 *
 * @throws InputError for what is no moment, lies in the future, or more than 366 days back
 */
export function sinceOf(since: string | undefined, now: Date): Date {
  if (since === undefined)
    return new Date(now.getTime() - DEFAULT_DAYS * DAY_MS);
  const moment = new Date(since);
  if (!ISO.test(since) || Number.isNaN(moment.getTime())) {
    throw new InputError(
      'since must be a day or a moment as in ISO 8601, for example 2026-03-15 or 2026-03-15T12:00:00Z',
    );
  }
  if (moment > now) {
    throw new InputError(
      `since lies in the future, and must be before ${now.toISOString()}`,
    );
  }
  if (moment.getTime() < now.getTime() - MAX_DAYS * DAY_MS) {
    throw new InputError(
      `since must be at most ${MAX_DAYS} days back, ${new Date(
        now.getTime() - MAX_DAYS * DAY_MS,
      ).toISOString()} or later`,
    );
  }
  return moment;
}
