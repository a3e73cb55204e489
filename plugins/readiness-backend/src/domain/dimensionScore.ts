import {
  DimensionDefinition,
  DimensionScore,
  VERDICT_COUNTING,
} from '@maestro-conductor/plugin-readiness-common';
import { Judgement } from './judgement';

/** A judgement, weighed: points, and what to do where some are missing. What a verdict does not earn is 0, whatever its value. */
export function dimensionScore(
  dimension: DimensionDefinition,
  judgement: Judgement,
): DimensionScore {
  const { name, title, weight, nextStep } = dimension;
  const { verdict, reason, facts } = judgement;
  const counting = VERDICT_COUNTING[verdict];
  const value = counting.earns ? judgement.value : 0;
  return {
    name,
    title,
    verdict,
    value,
    weight,
    points: value * weight * 100,
    maxPoints: weight * 100,
    reason,
    ...(counting.counts && value < 1 && { nextStep }),
    facts,
  };
}
