import { DayCounts, emptyDay } from './DayCounts';

/**
 * Counts of several series of one objective, added up minute by minute. A minute was seen where any of them saw it: instances come and go, and
 * which of them should have been there is not known.
 *
 * @public
 */
export function addCounts(...days: readonly DayCounts[]): DayCounts {
  const sum = emptyDay();
  for (const { good, total } of days) {
    for (let index = 0; index < total.length; index += 1) {
      if (Number.isNaN(total[index])) continue;
      // NaN is not at least 0: the first series of a minute starts its sum.
      const seen = sum.total[index] >= 0;
      sum.good[index] = (seen ? sum.good[index] : 0) + good[index];
      sum.total[index] = (seen ? sum.total[index] : 0) + total[index];
    }
  }
  return sum;
}
