const HOUR = 60;
const DAY = 24 * HOUR;
/** The noise of binary fractions: a tenth of ten minutes is a minute. */
const NOISE = 1e-6;

/**
 * A length of time in minutes as `5 min`, `1 h`, `2 d 1 h`: the two largest units, rounded down. Above 0 and below 1 it is
 * `under 1 min`; a negative length has its sign before it.
 *
 * @public
 */
export function formatMinutes(minutes: number): string {
  if (minutes < 0) return `−${formatMinutes(-minutes)}`;
  if (minutes > 0 && minutes < 1 - NOISE) return 'under 1 min';
  const whole = Math.floor(minutes + NOISE);
  const parts = [
    { count: Math.floor(whole / DAY), unit: 'd' },
    { count: Math.floor((whole % DAY) / HOUR), unit: 'h' },
    { count: whole % HOUR, unit: 'min' },
  ];
  const first = parts.findIndex(({ count }) => count > 0);
  if (first === -1) return '0 min';
  return parts
    .slice(first, first + 2)
    .filter(({ count }) => count > 0)
    .map(({ count, unit }) => `${count} ${unit}`)
    .join(' ');
}
