import { InputError } from '@backstage/errors';
import { normalizeEntityRef } from './normalizeEntityRef';

describe('normalizeEntityRef', () => {
  it.each([
    ['gateway', 'component:default/gateway'],
    ['Gateway ', 'component:default/gateway'],
    ['API:Gateway', 'api:default/gateway'],
    ['ns/Gateway', 'component:ns/gateway'],
    ['component:default/gateway', 'component:default/gateway'],
  ])('%s is %s', (input, ref) => {
    expect(normalizeEntityRef(input)).toBe(ref);
  });

  it.each([
    '',
    ' ',
    'a:b:c',
    'a/b/c',
    'a b',
    ':/',
    'a\u0000b',
    'x'.repeat(251),
  ])('refuses %j', input => {
    expect(() => normalizeEntityRef(input, 'items[3].entity')).toThrow(
      /^items\[3\].entity must be an entity ref/,
    );
  });

  it('refuses what is no text', () => {
    for (const input of [undefined, null, 7, {}, ['gateway']]) {
      expect(() => normalizeEntityRef(input as string)).toThrow(InputError);
    }
  });
});
