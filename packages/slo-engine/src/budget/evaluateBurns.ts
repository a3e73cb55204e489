import {
  BurnState,
  ObjectiveState,
} from '@maestro-conductor/plugin-slo-common';
import { ObjectiveDefinition } from '../types';
import { burnRate } from './burnRate';
import { compareNumbers } from './compareNumbers';
import { BURN_WINDOWS, Frame } from './Frame';
import { SampleDays } from './SampleDays';
import { sumWindows } from './sumWindow';

/** Burn rates at a moment, and what the alert rows make of them. */
export type Burns = Pick<ObjectiveState, 'burns' | 'burnRates'>;

/**
 * Burn rates by window, and the alert rows: one fires while its long and its short window both burn faster than its factor. At exactly the
 * factor it does not; a window that cannot be told does not.
 */
export function evaluateBurns(options: {
  definition: Pick<ObjectiveDefinition, 'rule' | 'alertRows'>;
  days: SampleDays;
  frame: Pick<Frame, 'burnTo' | 'burnFrom'>;
  now: Date;
  /** What was found before; `since` of a row that still fires stays. */
  previous?: readonly BurnState[];
}): Burns {
  const { definition, days, frame, now, previous = [] } = options;
  const rates = burnRatesAt(definition, days, frame);
  const burns = definition.alertRows.map(row => {
    const long = rates.get(row.longMinutes);
    const short = rates.get(row.shortMinutes);
    const firing = exceeds(long, row.factor) && exceeds(short, row.factor);
    const before = previous.find(({ row: name }) => name === row.name);
    const since = before?.since ?? now.toISOString();
    return { row: row.name, long, short, firing, ...(firing && { since }) };
  });
  const named = Object.entries(BURN_WINDOWS).map(([name, minutes]) => [
    name,
    rates.get(minutes) ?? null,
  ]);
  return { burns, burnRates: Object.fromEntries(named) };
}

/** Nothing can be told of any window. */
export function unknownBurns({
  alertRows,
}: Pick<ObjectiveDefinition, 'alertRows'>): Burns {
  return {
    burns: alertRows.map(({ name }) => ({ row: name, firing: false })),
    burnRates: { '1h': null, '6h': null, '1d': null, '3d': null },
  };
}

/** Burn rates that end at `burnTo`, by the minutes of their windows. */
export function burnRatesAt(
  { rule }: Pick<ObjectiveDefinition, 'rule'>,
  days: SampleDays,
  { burnTo, burnFrom }: Pick<Frame, 'burnTo' | 'burnFrom'>,
): Map<number, number | undefined> {
  const sums = sumWindows(days, [...burnFrom.values()], burnTo, rule);
  return new Map(
    [...burnFrom.keys()].map((minutes, index) => [
      minutes,
      burnRate(sums[index], rule),
    ]),
  );
}

function exceeds(rate: number | undefined, factor: number): boolean {
  return rate !== undefined && compareNumbers(rate, factor) > 0;
}
