import { DimensionScore } from '@maestro-conductor/plugin-readiness-common';
import { formatChange, formatDay } from '@maestro-conductor/ui';
import { isNoticeable } from './isNoticeable';
import { ScoreTrend } from './scoreTrend';

/** A trend in words: `−0.04 since 13 Nov 2026, most of it from Coverage`; a change too small to show has no cause to name. */
export function trendText(
  trend: ScoreTrend,
  dimensions: ReadonlyArray<Pick<DimensionScore, 'name' | 'title'>>,
): string {
  const { change, since, dimension, ruleChanged } = trend;
  const rule = ruleChanged ? ' (the scorecard changed in between)' : '';
  if (!isNoticeable(change))
    return `unchanged since ${formatDay(since)}${rule}`;
  const mover = dimensions.find(({ name }) => name === dimension)?.title;
  const cause = mover ? `, most of it from ${mover}` : '';
  return `${formatChange(change)} since ${formatDay(since)}${cause}${rule}`;
}
