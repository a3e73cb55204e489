import { TrendPoint } from '@maestro-conductor/plugin-slo-common';
import { dayOf, MINUTES_PER_DAY } from '../samples/DayCounts';
import { ObjectiveDefinition } from '../types';
import { spendingOf } from './budgetOf';
import { floorTo, sliceOf } from './Frame';
import { isoOf } from './isoOf';
import { SampleDays } from './SampleDays';
import { sumWindow } from './sumWindow';

/**
 * Share of good events or slices of each of the last UTC days, oldest first; today until now. Asks for the roll-ups of the days, and for the
 * counts of today.
 *
 * @param options - `count`: how many days with today, 30 where absent
 *
 * @public
 */
export function dailyTrend(options: {
  definition: Pick<ObjectiveDefinition, 'rule'>;
  days: SampleDays;
  now: Date;
  count?: number;
}): TrendPoint[] {
  const { definition, days, now, count = 30 } = options;
  const minute = Math.floor(now.getTime() / 60_000);
  const until = floorTo(minute, sliceOf(definition));
  const today = dayOf(minute);
  return Array.from({ length: count }, (_, index) => {
    const from = (today - count + 1 + index) * MINUTES_PER_DAY;
    const to = Math.max(from, Math.min(from + MINUTES_PER_DAY, until));
    const sums = sumWindow(days, from, to, definition.rule);
    const { total, bad } = spendingOf(sums, definition.rule);
    const counted = sums.total > 0 && total > 0;
    return {
      day: isoOf(from).slice(0, 10),
      actual: counted ? (total - bad) / total : null,
    };
  });
}
