import {
  DimensionScore,
  Score,
  ScorePart,
  ScoreResult,
} from '@maestro-conductor/plugin-readiness-common';

/** A score as it stands among many: without what its definition says already, and of the rest only the parts asked for. */
export function scoreResult(
  { dimensions, ...score }: Score,
  parts: readonly ScorePart[],
): ScoreResult {
  const withFacts = parts.includes('facts');
  const reduce = (dimension: DimensionScore) => {
    const { name, verdict, value, weight, points, reason, facts } = dimension;
    return {
      name,
      verdict,
      value,
      weight,
      points,
      reason,
      ...(withFacts && { facts }),
    };
  };
  return { ...score, dimensions: dimensions.map(reduce) };
}
