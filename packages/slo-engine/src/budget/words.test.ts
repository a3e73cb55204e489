import { duration, percent, times } from './words';

describe('words', () => {
  it.each([
    [1, '100 %'],
    [0.89999, '89.99 %'],
    [0.29, '29 %'],
    [0.00001, 'less than 0.01 %'],
    [0, '0 %'],
  ])('percent of %p is %p', (share, expected) => {
    expect(percent(share)).toBe(expected);
  });

  it.each([
    [0, '0 min'],
    [5, '5 min'],
    [60, '1 h'],
    [65.9, '1 h 5 min'],
    [1_440, '1 d'],
    [1_445, '1 d'],
    [3_060, '2 d 3 h'],
  ])('%p minutes are %p', (minutes, expected) => {
    expect(duration(minutes)).toBe(expected);
  });

  it('gives a rate two decimals at most', () => {
    expect([times(14.4), times(1.006), times(3)]).toEqual([
      '14.4×',
      '1.01×',
      '3×',
    ]);
  });
});
