/**
 * A ratio, 0 to 1, as `82 %`, or `82.4 %` where a tenth tells more. A ratio short of 1 is never shown as 100 %, one above 0
 * never as 0 %.
 *
 * @public
 */
export function formatPercent(ratio: number): string {
  const percent = ratio * 100;
  let rounded = Math.round(percent * 10) / 10;
  if (rounded >= 100 && percent < 100) rounded = 99.9;
  if (rounded <= 0 && percent > 0) rounded = 0.1;
  return `${Number.isInteger(rounded) ? rounded : rounded.toFixed(1)} %`;
}
