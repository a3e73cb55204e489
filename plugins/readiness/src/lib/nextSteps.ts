import { DimensionScore } from '@maestro-conductor/plugin-readiness-common';
import { missingPoints } from './missingPoints';

/** Something to do, and what it would bring. */
export interface NextStep {
  dimension: DimensionScore;
  /** Points of a hundred, more than 0. */
  gain: number;
  /** One sentence. */
  action: string;
}

/** Below what a screen shows, one digit after the point. */
const NOTICEABLE = 0.05;

/** Heads a list of so many steps; undefined while it is not known how many. */
export function stepsTitle(count: number | undefined): string {
  return count === 1 ? 'Next step' : 'Next steps';
}

/** The steps that bring most, most first; dimensions that miss the same stand in the order of the scorecard. */
export function nextSteps(
  dimensions: readonly DimensionScore[],
  limit = 3,
): NextStep[] {
  return dimensions
    .map(dimension => ({
      dimension,
      gain: missingPoints(dimension),
      action: dimension.nextStep ?? `Raise ${dimension.title}.`,
    }))
    .filter(({ gain }) => gain >= NOTICEABLE)
    .sort((a, b) => b.gain - a.gain)
    .slice(0, limit);
}
