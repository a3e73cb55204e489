import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';

/** Characters. A cursor holds a few sort values, never a list. */
const MAX_CURSOR_LENGTH = 4096;

/**
 * Packs the position in a list into an opaque text that is safe in a URL.
 *
 * @public
 */
export function encodeCursor(value: JsonObject): string {
  return Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');
}

/**
 * Unpacks what `encodeCursor` made. The content was in the caller's hands: check each member before use.
 *
 * Throws InputError, naming the field, for anything that `encodeCursor` cannot have made.
 *
 * @public
 */
export function decodeCursor(cursor: string, field = 'cursor'): JsonObject {
  const value = parse(cursor);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(
      `${field} is not one this service gave out; leave it away to start from the first page`,
    );
  }
  return value as JsonObject;
}

function parse(cursor: string): unknown {
  if (cursor.length > MAX_CURSOR_LENGTH || !/^[\w-]+$/.test(cursor)) {
    return undefined;
  }
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
