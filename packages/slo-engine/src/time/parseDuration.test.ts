import { minutesOf, parseDuration } from './parseDuration';

describe('parseDuration', () => {
  it.each([
    ['1m', { count: 1, unit: 'm' }, 1],
    ['5m', { count: 5, unit: 'm' }, 5],
    ['1h', { count: 1, unit: 'h' }, 60],
    ['30d', { count: 30, unit: 'd' }, 43_200],
    ['4w', { count: 4, unit: 'w' }, 40_320],
    ['1M', { count: 1, unit: 'M' }, 43_200],
    ['1Q', { count: 1, unit: 'Q' }, 129_600],
    ['1Y', { count: 1, unit: 'Y' }, 525_600],
  ] as const)('reads %s', (text, duration, minutes) => {
    expect(parseDuration(text)).toEqual(duration);
    expect(minutesOf(duration)).toBe(minutes);
  });

  it.each([
    '',
    '0d',
    '-1d',
    '1.5h',
    '30',
    'd',
    '1 d',
    '1D',
    '1y',
    '30d ',
    '1h30m',
    '1e3d',
    '99999999d',
  ])('refuses "%s"', text => {
    expect(() => parseDuration(text)).toThrow(RangeError);
    expect(() => parseDuration(text)).toThrow(`"${text}" is no duration`);
  });
});
