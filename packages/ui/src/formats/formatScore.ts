const MOST_DIGITS = 6;

/**
 * A score, 0 to 1, as `0.87`.
 *
 * Where `beside` is given and differs, digits are added until the two no longer look alike: 0.8996 beside a threshold of 0.9 is
 * `0.8996`, so that no screen says that 0.90 is below 0.90. Two that differ by less than a millionth look alike: they are the same
 * score but for the noise of binary fractions.
 *
 * @public
 */
export function formatScore(score: number, beside: number = score): string {
  for (let digits = 2; digits <= MOST_DIGITS; digits++) {
    const text = score.toFixed(digits);
    if (score === beside || text !== beside.toFixed(digits)) return text;
  }
  return score.toFixed(2);
}
