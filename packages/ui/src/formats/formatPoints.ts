/**
 * Points of a hundred: whole where they are, else with one digit: `25`, `16.7`. Floating noise is rounded away.
 *
 * @public
 */
export function formatPoints(points: number): string {
  const rounded = Math.round(points * 10) / 10;
  return Number.isInteger(rounded) ? String(rounded) : rounded.toFixed(1);
}
