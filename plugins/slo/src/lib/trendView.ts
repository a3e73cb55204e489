import { TrendPoint } from '@maestro-conductor/plugin-slo-common';
import { formatDay, formatShare } from '@maestro-conductor/ui';

/** Days as a small line, with the target in its middle. */
export interface TrendView {
  /** 0 to 1 for the line; undefined is a gap. 1 is no error, 0.5 the target, 0 twice the errors that it allows, or more. */
  values: Array<number | undefined>;
  /** What the line shows, for those who do not see it. */
  label: string;
}

/**
 * Shares of good events lie close below 1: drawn from 0 to 1 every one of them would look perfect. So the line is drawn in errors
 * against those that the target allows.
 *
 * @param target - 0 (inclusive) to 1 (exclusive)
 */
export function trendView(
  trend: readonly TrendPoint[],
  target: number,
): TrendView {
  const known = trend.filter(
    (point): point is TrendPoint & { actual: number } => point.actual !== null,
  );
  const values = trend.map(({ actual }) =>
    actual === null
      ? undefined
      : Math.max(0, 1 - (1 - actual) / (2 * (1 - target))),
  );
  if (known.length === 0) return { values, label: 'No data in 30 days' };
  const worst = known.reduce((a, b) => (b.actual < a.actual ? b : a));
  const missed = known.filter(({ actual }) => actual < target).length;
  const days = trend.length === 1 ? '1 day' : `${trend.length} days`;
  return {
    values,
    label: `${days}: ${missed} below the target, worst ${formatShare(
      worst.actual,
      target,
    )} on ${formatDay(worst.day)}, last ${formatShare(
      known[known.length - 1].actual,
      target,
    )}`,
  };
}
