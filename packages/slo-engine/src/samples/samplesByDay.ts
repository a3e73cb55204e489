import { dayOf, MinuteCounts } from './DayCounts';

/** Samples by their UTC day, counted from 1970. Their order within a day stays. @public */
export function samplesByDay(
  samples: Iterable<MinuteCounts>,
): Map<number, MinuteCounts[]> {
  const days = new Map<number, MinuteCounts[]>();
  for (const sample of samples) {
    const day = dayOf(sample.minute);
    const there = days.get(day);
    if (there) there.push(sample);
    else days.set(day, [sample]);
  }
  return days;
}
