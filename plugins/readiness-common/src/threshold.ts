/**
 * Scores are sums of decimal fractions that binary numbers cannot hold exactly: 0.25 + 0.25 + 0.2 + 0.1 + 0.1 is
 * 0.8999999999999999. Two scores nearer than this are the same score. It is far below what any fact can express, so nothing
 * is rounded up by it.
 *
 * @public
 */
export const SCORE_EPSILON = 1e-9;

/**
 * Whether a score is at or above a limit. Both 0 to 1, neither rounded.
 *
 * @public
 */
export function reaches(score: number, limit: number): boolean {
  return score >= limit - SCORE_EPSILON;
}
