import { DayCounts } from '../samples/DayCounts';
import { DayRollUp } from '../samples/rollUpDay';

/** What is known of an objective, by UTC day since 1970; undefined where nothing is. Whole days are asked for as roll-ups, parts as counts. @public */
export interface SampleDays {
  /** Of the whole day, under the rule of the objective. */
  rollUp(day: number): DayRollUp | undefined;
  counts(day: number): DayCounts | undefined;
}
