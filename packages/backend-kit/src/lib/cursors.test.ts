import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { decodeCursor, encodeCursor } from './cursors';

describe('cursors', () => {
  it('come back as they went', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), value => {
        const cursor = encodeCursor(value as JsonObject);
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(decodeCursor(cursor)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('are refused where they were made elsewhere', () => {
    const base64 = (text: string) => Buffer.from(text).toString('base64url');
    for (const cursor of [
      '',
      '!',
      '7',
      base64('[1]'),
      base64('null'),
      base64('"a"'),
      'A'.repeat(5000),
    ]) {
      expect(() => decodeCursor(cursor, 'after')).toThrow(/^after is not one/);
    }
    fc.assert(
      fc.property(fc.string(), text => {
        expect(outcome(text)).toMatch(/^(object|InputError)$/);
      }),
    );
  });
});

function outcome(text: string): string {
  try {
    return typeof decodeCursor(text);
  } catch (error) {
    return error instanceof InputError ? 'InputError' : `${error}`;
  }
}
