import { Fact } from '@maestro-conductor/plugin-evidence-common';
import { DailyCost } from './unitCost';

const DAY_MS = 86_400_000;

/** A currency by its ISO 4217 code, per day. */
const UNIT = /^([A-Z]{3})\/d$/;

/**
 * The costs that facts `cost.daily` tell, one per UTC day: each is about the day on which it was observed, and the last one of a day holds.
 * Values that are no amounts, and units that are no currency per day, are passed over.
 */
export function toDailyCosts(
  facts: readonly Fact[],
  fromDay: number,
): DailyCost[] {
  const byDay = new Map<number, DailyCost>();
  for (const { name, value, unit, observedAt } of facts) {
    const [, currency] = UNIT.exec(unit ?? '') ?? [];
    const day = Math.floor(Date.parse(observedAt) / DAY_MS);
    if (
      name === 'cost.daily' &&
      currency &&
      typeof value === 'number' &&
      value >= 0 &&
      day >= fromDay
    ) {
      byDay.set(day, { day, amount: value, currency });
    }
  }
  return [...byDay.values()].sort((a, b) => a.day - b.day);
}
