import { InputError } from '@backstage/errors';
import { normalizeEntityRef } from '@maestro-conductor/backend-kit';
import { parseIsoTime } from './time';

// No control characters, no halves of surrogate pairs: these are shown, logged, and kept as UTF-8.
const PLAIN_TEXT = /^[^\p{Cc}\p{Cs}]*$/u;

/** A field that breaks its rule; the message begins with the field. */
export class FieldFault extends Error {
  constructor(readonly field: string, rule: string) {
    super(rule.startsWith(field) ? rule : `${field}: ${rule}`);
  }
}

/** A string field; `''` where it was left out. */
export function textField(
  fields: Record<string, unknown>,
  field: string,
  options: { required?: boolean; max: number },
): string {
  const value = fields[field] ?? '';
  if (typeof value !== 'string') {
    throw new FieldFault(field, 'must be a string.');
  }
  if (options.required && value === '') {
    throw new FieldFault(field, 'is required.');
  }
  if (value.length > options.max) {
    throw new FieldFault(field, `is longer than ${options.max} characters.`);
  }
  if (!PLAIN_TEXT.test(value)) {
    throw new FieldFault(
      field,
      'has control characters, or is no Unicode text.',
    );
  }
  return value;
}

/** A string field of a form of its own; `''` where it was left out. */
export function patternField(
  fields: Record<string, unknown>,
  field: string,
  options: { matches: RegExp; rule: string },
): string {
  const value = textField(fields, field, { max: 100 });
  if (value !== '' && !options.matches.test(value)) {
    throw new FieldFault(field, options.rule);
  }
  return value;
}

/** A field that is true or false. */
export function flagField(
  fields: Record<string, unknown>,
  field: string,
  byDefault: boolean,
): boolean {
  const value = fields[field] ?? byDefault;
  if (typeof value !== 'boolean') {
    throw new FieldFault(field, 'must be true or false.');
  }
  return value;
}

/** The entity, as the suite keeps its ref. */
export function entityRefField(value: string): string {
  try {
    return normalizeEntityRef(value);
  } catch (error) {
    if (error instanceof InputError) {
      throw new FieldFault('entity', error.message);
    }
    throw error;
  }
}

/** The attempt of the run, from 1. */
export function attemptField(value: unknown = 1): number {
  if (
    typeof value !== 'number' ||
    !Number.isInteger(value) ||
    value < 1 ||
    value > 1_000_000
  ) {
    throw new FieldFault(
      'attempt',
      'must be a whole number from 1 to 1000000.',
    );
  }
  return value;
}

/** An http or https address without credentials. */
export function runUrlField(value: string): string | undefined {
  if (value === '') {
    return undefined;
  }
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw new FieldFault('runUrl', 'must be an http or https address.');
  }
  if (url.username || url.password) {
    throw new FieldFault(
      'runUrl',
      'has a user name or password in it, which everybody would see. Send the address without them.',
    );
  }
  return value;
}

/** A moment with its offset. */
export function timeField(value: string): Date | undefined {
  if (value === '') {
    return undefined;
  }
  const parsed = parseIsoTime(value);
  if (!parsed) {
    throw new FieldFault(
      'observedAt',
      'must be an ISO 8601 time with its offset, like 2026-03-01T12:00:00Z.',
    );
  }
  return parsed;
}
