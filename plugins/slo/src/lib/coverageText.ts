import { formatPercent } from '@maestro-conductor/ui';

/** A share of what was seen, rounded down: too little never looks like enough. */
export function coverageText(share: number): string {
  return formatPercent(Math.floor(share * 1000 + 1e-9) / 1000);
}
