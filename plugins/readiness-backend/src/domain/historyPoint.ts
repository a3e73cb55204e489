import {
  Score,
  ScoreHistoryPoint,
} from '@maestro-conductor/plugin-readiness-common';

/** What is kept of a score in its history. */
export function historyPoint(
  score: Score,
  reconstructed: boolean,
): ScoreHistoryPoint {
  return {
    at: score.evaluatedAt,
    ...(score.score !== undefined && { score: score.score }),
    ...(score.level !== undefined && { level: score.level }),
    definitionVersion: score.definitionVersion,
    threshold: score.threshold,
    points: Object.fromEntries(
      score.dimensions.map(({ name, points }) => [name, points]),
    ),
    reconstructed,
  };
}

/**
 * Whether a new score is a change worth a point of its own: other inputs, another rule, another level or another verdict. A score
 * that only falls by age is kept once a day.
 */
export function isChange(before: Score | undefined, after: Score): boolean {
  if (!before) return true;
  const verdicts = (score: Score) =>
    score.dimensions.map(({ name, verdict }) => `${name}=${verdict}`).join();
  return (
    before.inputsDigest !== after.inputsDigest ||
    before.definitionVersion !== after.definitionVersion ||
    before.level !== after.level ||
    verdicts(before) !== verdicts(after)
  );
}
