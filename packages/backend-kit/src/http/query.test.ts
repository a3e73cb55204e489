import { flagOf, listOf, numberOf, textOf } from './query';

describe('query parameters', () => {
  it.each([textOf, listOf, numberOf, flagOf])(
    'are undefined to %p where they are absent',
    read => {
      expect(read(undefined)).toBeUndefined();
    },
  );

  it('are a text where they come once', () => {
    expect(textOf('')).toBe('');
    expect(textOf('edge')).toBe('edge');
    expect(textOf(['edge', 'ai'])).toBeUndefined();
  });

  it.each([
    ['edge', ['edge']],
    [
      ['edge', 'ai'],
      ['edge', 'ai'],
    ],
    [
      [1, true],
      ['1', 'true'],
    ],
  ])('are a list where they may be repeated: %j', (value, list) => {
    expect(listOf(value)).toEqual(list);
  });

  it.each([
    ['0', 0],
    ['1.5', 1.5],
    [20, 20],
    ['many', NaN],
  ])('are a number: %j', (value, number) => {
    expect(numberOf(value)).toBe(number);
  });

  it.each([
    ['true', true],
    [true, true],
    ['false', false],
    [false, false],
  ])('are a flag: %j', (value, flag) => {
    expect(flagOf(value)).toBe(flag);
  });
});
