import { DayRollUp } from './rollUpDay';

/** What is known of no minute at all. @public */
export const NOTHING_SEEN: DayRollUp = Object.freeze({
  good: 0,
  total: 0,
  minutes: 0,
  slices: Object.freeze({ known: 0, bad: 0, lost: 0 }),
});

/** Adds up what is known of several stretches. @public */
export function addRollUps(...parts: readonly DayRollUp[]): DayRollUp {
  const sum = { ...NOTHING_SEEN, slices: { ...NOTHING_SEEN.slices } };
  for (const { good, total, minutes, slices } of parts) {
    sum.good += good;
    sum.total += total;
    sum.minutes += minutes;
    sum.slices.known += slices.known;
    sum.slices.bad += slices.bad;
    sum.slices.lost += slices.lost;
  }
  return sum;
}
