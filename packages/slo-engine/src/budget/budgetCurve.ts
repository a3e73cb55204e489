import { ObjectiveWindow } from '@maestro-conductor/plugin-slo-common';
import { windowAt } from '../time';
import { ObjectiveDefinition } from '../types';
import { budgetLeft, spendingOf } from './budgetOf';
import { floorTo, sliceOf, unitsOf } from './Frame';
import { SampleDays } from './SampleDays';
import { sumWindow } from './sumWindow';

/**
 * The budget that was left at any minute until now, null where nothing of its window was seen.
 *
 * A rolling window is the one that ends there: what leaves it gives its share of the budget back. A calendar window is the period up to there,
 * against the budget of all that the period holds now; so the curve never rises, and ends at what `evaluateObjective` says.
 */
export function budgetCurve(options: {
  definition: ObjectiveDefinition;
  days: SampleDays;
  now: Date;
}): (minute: number) => number | null {
  const { definition, days } = options;
  const { rule, window } = definition;
  const slice = sliceOf(definition);
  const wholeOf = wholeBudgets(options);
  return minute => {
    const { from, end } = windowEndingAt(window, minute);
    const to = Math.max(from, floorTo(minute, slice));
    const sums = sumWindow(days, from, to, rule);
    const { bad, total } = spendingOf(sums, rule);
    if (sums.minutes === 0) return null;
    const whole = wholeOf(from, end) ?? total;
    return budgetLeft(bad, whole, rule) ?? null;
  };
}

/** The end of a calendar period belongs to it here, and not to the next one, which has nothing yet. */
function windowEndingAt(window: ObjectiveWindow, minute: number) {
  const within = window.kind === 'rolling' ? minute : minute - 1;
  return windowAt(window, new Date(within * 60_000));
}

/** What budgets are a share of, by period: slices of the whole period, events of what was counted in it; undefined: of what was counted. */
function wholeBudgets({
  definition,
  days,
  now,
}: {
  definition: ObjectiveDefinition;
  days: SampleDays;
  now: Date;
}): (from: number, end: number) => number | undefined {
  const { rule, window } = definition;
  const minute = Math.floor(now.getTime() / 60_000);
  const known = new Map<number, number>();
  return (from, end) => {
    if (rule.method !== 'Occurrences') return unitsOf(definition, from, end);
    if (window.kind === 'rolling') return undefined;
    const whole =
      known.get(from) ??
      sumWindow(days, from, Math.min(end, minute), rule).total;
    known.set(from, whole);
    return whole;
  };
}
