import {
  Score,
  ScoreHistoryPoint,
  Verdict,
} from '@maestro-conductor/plugin-readiness-common';

/** What is kept of a score in its history. */
export function historyPoint(
  score: Score,
  reconstructed: boolean,
): ScoreHistoryPoint {
  const points: ScoreHistoryPoint['points'] = {};
  const verdicts: ScoreHistoryPoint['verdicts'] = {};
  for (const dimension of score.dimensions) {
    points[dimension.name] = dimension.points;
    verdicts[dimension.name] = dimension.verdict;
  }
  return {
    at: score.evaluatedAt,
    ...(score.score !== undefined && { score: score.score }),
    ...(score.level !== undefined && { level: score.level }),
    definitionVersion: score.definitionVersion,
    threshold: score.threshold,
    points,
    verdicts,
    reconstructed,
  };
}

/** What two scores are compared by. */
export interface ComparableScore {
  inputsDigest: string;
  definitionVersion: number;
  level?: string | null;
  /** Verdict of each dimension, as text; asked for only where all else is the same. */
  verdicts(): string;
}

/** Verdicts by name as text, the same text for the same verdicts. */
export function verdictsText(
  dimensions: Iterable<readonly [name: string, verdict: Verdict]>,
): string {
  return Array.from(dimensions, ([name, verdict]) => `${name}=${verdict}`)
    .sort()
    .join();
}

/**
 * Whether a new score is a change worth a point of its own: other inputs, another rule, another level or another verdict. A score
 * that only falls by age is kept once a day.
 */
export function isChange(
  before: ComparableScore | undefined,
  after: ComparableScore,
): boolean {
  return (
    !before ||
    before.inputsDigest !== after.inputsDigest ||
    before.definitionVersion !== after.definitionVersion ||
    (before.level ?? undefined) !== (after.level ?? undefined) ||
    before.verdicts() !== after.verdicts()
  );
}
