import { DayCounts, dayOf, MinuteCounts, MINUTES_PER_DAY } from './DayCounts';

/**
 * Writes samples into their day. A minute says what its last sample says, so samples may come late, repeated and in any order of minutes.
 *
 * @param day - is changed
 * @param samples - of that one day, see `samplesByDay`
 * @returns how many minutes say something else than before
 *
 * @public
 */
export function applySamples(
  day: DayCounts,
  samples: Iterable<MinuteCounts>,
): number {
  const last = new Map<number, MinuteCounts>();
  for (const sample of samples) {
    last.set(sample.minute - dayOf(sample.minute) * MINUTES_PER_DAY, sample);
  }
  let changed = 0;
  for (const [index, { good, total }] of last) {
    if (day.good[index] === good && day.total[index] === total) continue;
    day.good[index] = good;
    day.total[index] = total;
    changed += 1;
  }
  return changed;
}
