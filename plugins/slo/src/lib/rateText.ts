const MOST_DIGITS = 4;

/**
 * A burn rate as `6.4×`; with more digits where it would look like the factor beside it and is not, and `<0.1×` where something
 * burns, but less than shows.
 */
export function rateText(rate: number, factor: number = rate): string {
  if (rate > 0 && rate < 0.1 && factor >= 0.1) return '<0.1×';
  for (let digits = 1; digits <= MOST_DIGITS; digits++) {
    const text = rate.toFixed(digits);
    if (rate === factor || text !== factor.toFixed(digits)) return `${text}×`;
  }
  return `${rate.toFixed(1)}×`;
}

/** A factor with as many digits as it has, four at most: `14.4×`, `6×`. */
export function factorText(factor: number): string {
  return `${Number(factor.toFixed(MOST_DIGITS))}×`;
}
