import { InputError } from '@backstage/errors';
import { parseIsoTime } from './time';

/** Reads a time that must be one. @throws InputError naming the field. */
export function requireTime(text: string, field: string): Date {
  const time = parseIsoTime(text);
  if (!time) {
    throw new InputError(
      `${field}: must be an ISO 8601 time with its offset, like 2026-03-01T12:00:00Z.`,
    );
  }
  return time;
}
