/** Doubles carry 15 to 16 decimal digits; a few operations leave 12 that can be relied on. */
const ROUNDING = 1e-12;

/**
 * Which of two numbers, at least 0, is greater: below 0 where `a` is smaller, above 0 where it is greater, 0 where only rounding tells them apart.
 *
 * 7 good events of 100 just meet a target of 0.07, though 0.07 × 100 is 7.000000000000001 in doubles. A difference of one event is never taken
 * for rounding as long as there are fewer than 10^12 of them.
 */
export function compareNumbers(a: number, b: number): number {
  const difference = a - b;
  return Math.abs(difference) <= ROUNDING * Math.max(a, b) ? 0 : difference;
}
