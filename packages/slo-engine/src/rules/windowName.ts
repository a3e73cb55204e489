const DAY = 1_440;

/** A number of minutes as Prometheus writes it, in the largest unit that divides it: `5m`, `1h`, `30d`. */
export function windowName(minutes: number): string {
  if (minutes % DAY === 0) return `${minutes / DAY}d`;
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}
