/**
 * A difference of scores with its sign: `+0.04`, `−0.11`; `±0.00` where it rounds to nothing.
 *
 * @public
 */
export function formatChange(change: number): string {
  const size = Math.abs(change).toFixed(2);
  if (Number(size) === 0) return '±0.00';
  return `${change > 0 ? '+' : '−'}${size}`;
}
