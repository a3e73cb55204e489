import fc from 'fast-check';
import { canonicalJson } from './canonicalJson';

describe('canonicalJson', () => {
  it('says the same of equal values, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), value => {
        const text = canonicalJson(value);
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it.each([
    [
      { b: 1, a: [true, null, 'x'], c: undefined },
      '{"a":[true,null,"x"],"b":1}',
    ],
    [[undefined], '[null]'],
    [new Date(0), '"1970-01-01T00:00:00.000Z"'],
    [-0, '0'],
  ])('%j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it.each([NaN, Infinity, undefined, () => 1, 1n])('refuses %p', value => {
    expect(() =>
      canonicalJson({ nested: [1, { value: value ?? Symbol.iterator }] }),
    ).toThrow(/no JSON form/);
  });
});
