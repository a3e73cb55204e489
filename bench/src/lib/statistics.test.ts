import { median, p95, percentile } from './statistics';

describe('statistics', () => {
  it.each([
    [[7], 0.5, 7],
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 3, 2], 0.5, 2.5],
    [[10, 20], 0, 10],
    [[10, 20], 1, 20],
    [[0, 10, 20, 30, 40], 0.95, 38],
  ])('of %j, the share %d lies below %d', (samples, share, expected) => {
    expect(percentile(samples, share)).toBeCloseTo(expected, 12);
  });

  it('does not sort the samples of the caller', () => {
    const samples = [3, 1, 2];
    expect(median(samples)).toBe(2);
    expect(p95(samples)).toBeCloseTo(2.9, 12);
    expect(samples).toEqual([3, 1, 2]);
  });

  it('takes nothing measured for no answer, not for zero', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});
