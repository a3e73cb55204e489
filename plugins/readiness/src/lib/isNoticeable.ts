/** Whether a change of a score, 0 to 1, shows in two digits: below it would read as 0.00. */
export function isNoticeable(change: number): boolean {
  return Math.abs(change).toFixed(2) !== '0.00';
}
