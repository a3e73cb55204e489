import { Tone } from '@maestro-conductor/ui';

const GOOD = 0.9;
const FAIR = 0.5;

/** The colour behind a mean value of 0 to 1; grey where there is none. The number always stands on it. */
export function valueTone(value: number | undefined): Tone {
  if (value === undefined) return 'unknown';
  if (value >= GOOD) return 'good';
  return value >= FAIR ? 'warning' : 'bad';
}
