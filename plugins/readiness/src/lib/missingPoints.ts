import {
  DimensionScore,
  VERDICT_COUNTING,
} from '@maestro-conductor/plugin-readiness-common';

/** Points of a hundred that a dimension could still bring; 0 where it is left out of the score. Never negative. */
export function missingPoints(
  dimension: Pick<DimensionScore, 'verdict' | 'points' | 'maxPoints'>,
): number {
  if (!VERDICT_COUNTING[dimension.verdict].counts) return 0;
  return Math.max(0, dimension.maxPoints - dimension.points);
}
