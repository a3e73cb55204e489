import {
  reaches,
  Score,
  VERDICT_COUNTING,
} from '@maestro-conductor/plugin-readiness-common';
import { formatPoints, formatScore } from '@maestro-conductor/ui';
import { missingPoints } from './missingPoints';

/** How far a score is from all points and from its threshold, in words. */
export function missingSummary(
  score: Pick<Score, 'score' | 'threshold' | 'dimensions'>,
): string {
  const { score: value, threshold, dimensions } = score;
  if (value === undefined) {
    return dimensions.some(({ verdict }) => VERDICT_COUNTING[verdict].counts)
      ? 'Nothing was measured yet: there is no score.'
      : 'No dimension applies: there is no score.';
  }
  const missing = dimensions.reduce((sum, d) => sum + missingPoints(d), 0);
  const all =
    missing > 0 ? `${formatPoints(missing)} points missing` : 'nothing missing';
  const limit = formatScore(threshold);
  return reaches(value, threshold)
    ? `${all} · at or above the threshold of ${limit}`
    : `${all} · ${formatPoints(
        Math.max(0.1, (threshold - value) * 100),
      )} to the threshold of ${limit}`;
}
