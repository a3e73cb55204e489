import {
  DimensionScore,
  Verdict,
} from '@maestro-conductor/plugin-readiness-common';
import { formatPoints } from '@maestro-conductor/ui';
import { missingPoints } from './missingPoints';

const UNKNOWN: ReadonlyArray<[Verdict, string]> = [
  ['no-data', 'no data'],
  ['stale', 'stale'],
  ['errored', 'errored'],
];

/** What is missing for want of knowledge: `no data: 20 points missing`. One entry for each way of not knowing that there is. */
export function unknownSummary(
  dimensions: readonly DimensionScore[],
): string[] {
  return UNKNOWN.flatMap(([verdict, word]) => {
    const points = dimensions
      .filter(dimension => dimension.verdict === verdict)
      .reduce((sum, dimension) => sum + missingPoints(dimension), 0);
    return points > 0
      ? [`${word}: ${formatPoints(points)} points missing`]
      : [];
  });
}
