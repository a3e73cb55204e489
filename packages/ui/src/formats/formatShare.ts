const FEWEST_DIGITS = 1;
const MOST_DIGITS = 6;

/** Digits behind the point that a percentage needs to be written in full. */
function digitsOf(percent: number): number {
  for (let digits = 0; digits < MOST_DIGITS; digits++) {
    // Tolerates the noise of binary fractions: 0.9995 × 100 is 99.94999….
    if (Math.abs(Number(percent.toFixed(digits)) - percent) < 1e-9)
      return digits;
  }
  return MOST_DIGITS;
}

/**
 * A share, 0 to 1, beside the target that it is held against: `99.95 %`.
 *
 * It has as many digits as the target needs, at least one, and more until it no longer looks like the target where it is not, or
 * like all or nothing where it is not.
 *
 * @public
 */
export function formatShare(share: number, target: number = share): string {
  const percent = share * 100;
  const others = [target * 100, 0, 100].filter(other => other !== percent);
  const fewest = Math.max(FEWEST_DIGITS, digitsOf(target * 100));
  for (let digits = fewest; digits < MOST_DIGITS; digits++) {
    const text = percent.toFixed(digits);
    if (others.every(other => other.toFixed(digits) !== text))
      return `${text} %`;
  }
  return `${percent.toFixed(fewest)} %`;
}
