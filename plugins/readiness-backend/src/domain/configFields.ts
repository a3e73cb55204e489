import { InputError } from '@backstage/errors';
import { nearSentence } from './near';

/** A value in words, for a message. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return `the text "${value.slice(0, 50)}"`;
  if (Array.isArray(value)) return 'a list';
  return value !== null && typeof value === 'object' ? 'an object' : `${value}`;
}

/** @throws InputError where it is no object */
export function asObject(
  value: unknown,
  field: string,
): Record<string, unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new InputError(
      `${field} must be an object of names and values, and is ${describe(
        value,
      )}`,
    );
  }
  return value as Record<string, unknown>;
}

/** @throws InputError naming the first field that is none of the known ones */
export function assertKnownFields(
  config: Record<string, unknown>,
  known: readonly string[],
  field: string,
): void {
  for (const name of Object.keys(config)) {
    if (!known.includes(name)) {
      throw new InputError(
        `${field} has a field ${JSON.stringify(
          name.slice(0, 50),
        )} that is not known. ${nearSentence(name, known)}`,
      );
    }
  }
}

/** A number from 0 to 1. @throws InputError */
export function asShare(value: unknown, field: string): number {
  if (
    typeof value !== 'number' ||
    !Number.isFinite(value) ||
    value < 0 ||
    value > 1
  ) {
    throw new InputError(
      `${field} must be a number from 0 to 1, and is ${describe(
        value,
      )}. Write 90 % as 0.9`,
    );
  }
  return value;
}

/** A finite number. @throws InputError */
export function asNumber(value: unknown, field: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new InputError(
      `${field} must be a number, and is ${describe(value)}`,
    );
  }
  return value;
}

/** A text without the white space around it, of at least one character. @throws InputError */
export function asText(value: unknown, field: string, max: number): string {
  if (typeof value !== 'string' || value.trim() === '' || value.length > max) {
    throw new InputError(
      `${field} must be a text of 1 to ${max} characters, and is ${describe(
        value,
      )}`,
    );
  }
  return value.trim();
}
