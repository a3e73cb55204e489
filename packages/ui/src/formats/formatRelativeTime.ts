const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS: Array<{ below: number; size: number; word: string }> = [
  { below: HOUR, size: MINUTE, word: 'minute' },
  { below: 2 * DAY, size: HOUR, word: 'hour' },
  { below: 90 * DAY, size: DAY, word: 'day' },
  { below: Infinity, size: 30 * DAY, word: 'month' },
];

/**
 * An ISO 8601 time as seen from `now`: `just now`, `3 minutes ago`, `in 12 days`. Whole units, rounded down, so that nothing looks
 * older or further off than it is. What cannot be read as a time comes back as it is.
 *
 * @public
 */
export function formatRelativeTime(iso: string, now: Date): string {
  const difference = Date.parse(iso) - now.getTime();
  if (Number.isNaN(difference)) return iso;
  const distance = Math.abs(difference);
  if (distance < MINUTE) return difference > 0 ? 'in a moment' : 'just now';
  const step = STEPS.find(({ below }) => distance < below)!;
  const count = Math.floor(distance / step.size);
  const words = `${count} ${step.word}${count === 1 ? '' : 's'}`;
  return difference > 0 ? `in ${words}` : `${words} ago`;
}
