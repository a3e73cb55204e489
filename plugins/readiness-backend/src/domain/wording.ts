const MAX_DIGITS = 6;

/**
 * A number as text with as few digits as tell it from `other`: 0.8996 beside 0.9 reads 0.8996, never 0.90, so that a sentence
 * never says that 0.90 is below 0.90.
 */
function distinct(value: number, other: number, digits: number): string {
  for (let d = digits; d <= MAX_DIGITS; d++) {
    const text = value.toFixed(d);
    if (value === other || Number(text) !== Number(other.toFixed(d))) {
      return text;
    }
  }
  return String(value);
}

/** A score as `0.87`; with more digits where it would look the same as `other` and is not. */
export function scoreText(score: number, other: number = score): string {
  return distinct(score, other, 2);
}

/** A share as `87 %`; with more digits where it would look the same as `other` and is not. */
export function percentText(share: number, other: number = share): string {
  return `${distinct(share * 100, other * 100, 0)} %`;
}

/** `today`, `1 day ago`, `12 days ago`. */
export function agoText(days: number): string {
  const whole = Math.floor(days);
  if (whole < 1) return 'today';
  return whole === 1 ? '1 day ago' : `${whole} days ago`;
}

/** A reason after the title of its dimension: `Runbook: last changed …`, for where it stands alone. */
export function titledText(title: string, reason: string): string {
  return `${title}: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listText(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}
