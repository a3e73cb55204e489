import {
  DimensionScore,
  Score,
} from '@maestro-conductor/plugin-readiness-common';
import { entityLink } from './entityLink';
import { table } from './table';

/** For example `0.87, below the threshold 0.90, level silver`. @internal */
export function formatScoreLine(score: {
  score?: number;
  threshold: number;
  level?: string;
}): string {
  if (score.score === undefined) {
    return `none (threshold ${score.threshold.toFixed(2)})`;
  }
  const below = score.score < score.threshold;
  const threshold = score.threshold.toFixed(2);
  const rounded = score.score.toFixed(2);
  // 0.8999 must not read as 0.90 beside a threshold that it misses.
  const shown = below && rounded === threshold ? String(score.score) : rounded;
  return `${shown}, ${
    below ? 'below' : 'at or above'
  } the threshold ${threshold}, ${
    score.level ? `level ${score.level}` : 'no level'
  }`;
}

/**
 * A score for people: the number, then each dimension with points, verdict, reason and next step.
 *
 * @internal
 */
export function formatScore(score: Score, options: { url: string }): string {
  const head = table([
    ['score', formatScoreLine(score)],
    ['entity', `${score.entityRef} (${score.environment})`],
    ['link', entityLink(options.url, score.entityRef)],
  ]);
  return `${head}\ndimensions\n${table(score.dimensions.flatMap(rows))}`;
}

function rows(dimension: DimensionScore): string[][] {
  return [
    [
      '  -',
      dimension.title,
      dimension.verdict,
      `${dimension.points.toFixed(1)} of ${dimension.maxPoints.toFixed(
        0,
      )} points`,
      dimension.reason,
    ],
    ...(dimension.nextStep
      ? [['', '', '', '', `do: ${dimension.nextStep}`]]
      : []),
  ];
}
