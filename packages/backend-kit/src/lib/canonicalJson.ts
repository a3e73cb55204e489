import { InputError } from '@backstage/errors';

/**
 * JSON text of a value with the keys of every object in code point order and no white space, so that equal values give
 * equal text. Properties that are `undefined` are left out, as `JSON.stringify` does.
 *
 * Throws InputError for what JSON cannot hold: numbers that are not finite, functions, symbols, bigints.
 *
 * @public
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'string') {
    return JSON.stringify(value);
  }
  if (typeof value === 'boolean') {
    return String(value);
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) {
      throw new InputError(`${value} has no JSON form, send a finite number`);
    }
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return `[${value
      .map(item => canonicalJson(item === undefined ? null : item))
      .join(',')}]`;
  }
  if (value instanceof Date) {
    return JSON.stringify(value);
  }
  if (typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
      .map(
        ([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`,
      );
    return `{${members.join(',')}}`;
  }
  throw new InputError(
    `A value of type ${typeof value} has no JSON form, leave it out`,
  );
}
