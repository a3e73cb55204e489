import { dayOf, MINUTES_PER_DAY } from '../samples/DayCounts';
import { ObjectiveDefinition } from '../types';
import { frameAt } from './Frame';

/** UTC days since 1970 that a computation asks its `SampleDays` for. @public */
export interface DaysNeeded {
  /** Roll-ups of all days from here … */
  first: number;
  /** … to here. */
  last: number;
  /** Days whose counts are needed, in the order of time: those that only partly belong. */
  counts: number[];
}

/** The days that `evaluateObjective` asks for with the same arguments. @public */
export function daysNeeded(options: {
  definition: ObjectiveDefinition;
  now: Date;
  lastMinute?: number;
}): DaysNeeded {
  const { definition, now, lastMinute } = options;
  const frame = frameAt(definition, now, lastMinute);
  const cuts = [frame.from, frame.to, frame.expectedTo, frame.burnTo];
  cuts.push(...frame.burnFrom.values());
  const partly = cuts.filter(cut => cut % MINUTES_PER_DAY !== 0).map(dayOf);
  return {
    first: dayOf(Math.min(...cuts)),
    last: dayOf(Math.max(...cuts) - 1),
    counts: [...new Set(partly)].sort((a, b) => a - b),
  };
}
