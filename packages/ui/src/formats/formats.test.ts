import { formatBytes } from './formatBytes';
import { formatChange } from './formatChange';
import { formatDay } from './formatDay';
import { formatExactTime } from './formatExactTime';
import { formatMinutes } from './formatMinutes';
import { formatMoney } from './formatMoney';
import { formatPercent } from './formatPercent';
import { formatPoints } from './formatPoints';
import { formatQuantity } from './formatQuantity';
import { formatRelativeTime } from './formatRelativeTime';
import { formatScore } from './formatScore';
import { formatShare } from './formatShare';

describe('formatScore', () => {
  it.each([
    [0.87, undefined, '0.87'],
    [0, undefined, '0.00'],
    [1, undefined, '1.00'],
    [0.8996, 0.9, '0.8996'],
    [0.9, 0.9, '0.90'],
    [0.5, 0.9, '0.50'],
    [0.8999999999999999, 0.9, '0.90'],
  ])('writes %s beside %s as %s', (score, beside, text) => {
    expect(formatScore(score, beside)).toBe(text);
  });
});

describe('formatChange', () => {
  it.each([
    [0.041, '+0.04'],
    [-0.11, '−0.11'],
    [0.001, '±0.00'],
    [-0.001, '±0.00'],
  ])('writes %s as %s', (change, text) => {
    expect(formatChange(change)).toBe(text);
  });
});

describe('formatPercent', () => {
  it.each([
    [0.82, '82 %'],
    [0.8244, '82.4 %'],
    [0.9999, '99.9 %'],
    [0.0001, '0.1 %'],
    [1, '100 %'],
    [0, '0 %'],
  ])('writes %s as %s', (ratio, text) => {
    expect(formatPercent(ratio)).toBe(text);
  });
});

describe('formatPoints', () => {
  it.each([
    [25, '25'],
    [16.666, '16.7'],
    [10.000000001, '10'],
  ])('writes %s as %s', (points, text) => {
    expect(formatPoints(points)).toBe(text);
  });
});

describe('formatQuantity', () => {
  it.each([
    [0.5, 'ratio', '50 %'],
    [1234, 'count', '1,234'],
    [412.3456, 'ms', '412.346 ms'],
    [12500, 'ms', '12.5 s'],
    [2048, 'bytes', '2.0 KiB'],
    [3, '1/s', '3 1/s'],
    [7, undefined, '7'],
  ])('writes %s %s as %s', (value, unit, text) => {
    expect(formatQuantity(value, unit)).toBe(text);
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [50 * 1024 * 1024, '50 MiB'],
    [3 * 1024 ** 4, '3072 GiB'],
  ])('writes %s as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe('times', () => {
  const now = new Date('2026-03-10T12:00:00Z');

  it.each([
    ['2026-03-10T11:59:30Z', 'just now'],
    ['2026-03-10T12:00:30Z', 'in a moment'],
    ['2026-03-10T11:57:00Z', '3 minutes ago'],
    ['2026-03-10T10:59:00Z', '1 hour ago'],
    ['2026-03-05T12:00:00Z', '5 days ago'],
    ['2026-03-22T13:00:00Z', 'in 12 days'],
    ['2025-03-10T12:00:00Z', '12 months ago'],
    ['nonsense', 'nonsense'],
  ])('writes %s as %s', (iso, text) => {
    expect(formatRelativeTime(iso, now)).toBe(text);
  });

  it('writes exact times and days in UTC whatever the offset', () => {
    expect(formatExactTime('2026-03-10T01:30:00+02:00')).toBe(
      '9 Mar 2026, 23:30:00 UTC',
    );
    expect(formatDay('2026-03-10T01:30:00+02:00')).toBe('9 Mar 2026');
    expect(formatExactTime('nonsense')).toBe('nonsense');
    expect(formatDay('nonsense')).toBe('nonsense');
  });
});

describe('formatShare', () => {
  it.each([
    [0.9995, undefined, '99.95 %'],
    [0.99, undefined, '99.0 %'],
    [0.9, 0.9995, '90.00 %'],
    [0.99949, 0.9995, '99.949 %'],
    [0.9899999, 0.99, '98.99999 %'],
    [1, 0.999, '100.0 %'],
    [0.99999, 0.99, '99.999 %'],
    [0.00001, 0.99, '0.001 %'],
    [0, 0.99, '0.0 %'],
    [1 - 1e-12, 0.99, '100.0 %'],
  ])('writes %s beside %s as %s', (share, target, text) => {
    expect(formatShare(share, target)).toBe(text);
  });
});

describe('formatMinutes', () => {
  it.each([
    [0, '0 min'],
    [0.4, 'under 1 min'],
    [5, '5 min'],
    [60, '1 h'],
    [177, '2 h 57 min'],
    [(1 - 0.9) * 4320 - 1e-12, '7 h 12 min'],
    [1440, '1 d'],
    [2 * 1440 + 61, '2 d 1 h'],
    [3 * 1440 + 5, '3 d'],
    [-90, '−1 h 30 min'],
  ])('writes %s as %s', (minutes, text) => {
    expect(formatMinutes(minutes)).toBe(text);
  });
});

describe('formatMoney', () => {
  it.each([
    [1.618, 'USD', '$1.62'],
    [1234.5, 'EUR', '€1,234.50'],
    [0.0734, 'USD', '$0.073'],
    [0, 'USD', '$0.00'],
    [2, 'credits', '2.00 credits'],
  ])('writes %s %s as %s', (amount, currency, text) => {
    expect(formatMoney(amount, currency)).toBe(text);
  });

  it.each([
    [0.1047, 0.1, '$0.105'],
    [1.9999, 2, '$1.9999'],
    [2, 2, '$2.00'],
    [1.62, 2, '$1.62'],
  ])('writes %s beside %s as %s', (amount, beside, text) => {
    expect(formatMoney(amount, 'USD', beside)).toBe(text);
  });
});
