import { ItemError } from '@maestro-conductor/plugin-evidence-common';
import { itemError } from './itemError';
import { CLOCK_SKEW_MS } from './limits';

const ISO_WITH_OFFSET =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads an ISO 8601 time that says its offset, `2026-03-01T12:00:00Z` or `…+02:00`.
 *
 * @returns The moment, or undefined where it is not such a time or not a day of the calendar.
 */
export function parseIsoTime(text: string): Date | undefined {
  if (!ISO_WITH_OFFSET.test(text)) {
    return undefined;
  }
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) {
    return undefined;
  }
  // Date rolls 30 February over into March: a day that does not exist is a mistake, not another day.
  const [year, month, day] = text.slice(0, 10).split('-').map(Number);
  const calendarDay = new Date(Date.UTC(year, month - 1, day));
  return calendarDay.getUTCMonth() === month - 1 && year > 0 ? date : undefined;
}

/**
 * Applies the rule that nothing is observed after it was received: more than five minutes ahead is refused, less is taken for clock
 * skew and set back to `receivedAt`.
 */
export function notAfterReceipt(options: {
  field: string;
  time: Date;
  receivedAt: Date;
}): Date | ItemError {
  const { field, time, receivedAt } = options;
  const ahead = time.getTime() - receivedAt.getTime();
  if (ahead > CLOCK_SKEW_MS) {
    return itemError(
      'InvalidField',
      field,
      `${field} is ${time.toISOString()}, more than 5 minutes after it was received (${receivedAt.toISOString()}). Check the clock of the machine that made it, or leave the field out to take the time of receipt.`,
    );
  }
  return ahead > 0 ? receivedAt : time;
}
