import { ObjectiveState } from '@maestro-conductor/plugin-slo-common';
import { ObjectiveDefinition } from '../types';
import { budgetLeft, spendingOf } from './budgetOf';
import { coverageOf } from './coverageOf';
import { errorShare } from './errorShare';
import { evaluateBurns, unknownBurns } from './evaluateBurns';
import { exhaustionOf } from './exhaustionOf';
import { Frame, frameAt } from './Frame';
import { isoOf } from './isoOf';
import { EvaluationSettings, judge } from './judge';
import { SampleDays } from './SampleDays';
import { sumWindows, WindowSums } from './sumWindow';

/** An objective and all that its state depends on. @public */
export interface Evaluation {
  definition: ObjectiveDefinition;
  days: SampleDays;
  now: Date;
  /** First and last minute of which anything was ever seen, since 1970. */
  firstMinute?: number;
  lastMinute?: number;
  /** The state before: what has not changed since keeps its times. */
  previous?: ObjectiveState;
  settings: EvaluationSettings;
}

/**
 * Says how an objective fares: budget, burn rates, status and why. `daysNeeded` says which days it asks for. The unit cost is not its
 * business. Takes about 0.05 ms where the days are at hand.
 *
 * @throws RangeError where the window cannot be read
 *
 * @public
 */
export function evaluateObjective(evaluation: Evaluation): ObjectiveState {
  const { definition, days, now, lastMinute, previous, settings } = evaluation;
  const { rule, alertRows } = definition;
  const frame = frameAt(definition, now, lastMinute);
  const starts = [frame.from, frame.expectedTo];
  const [sums, underway] = sumWindows(days, starts, frame.to, rule);
  const seen = sums.minutes > 0;
  const minutes = sums.minutes - underway.minutes;
  const coverage = coverageOf({ ...evaluation, frame, minutes, seen });
  const budget = budgetAt(evaluation, frame, sums);

  const age =
    lastMinute === undefined
      ? undefined
      : now.getTime() / 60_000 - (lastMinute + 1);
  const burning =
    age !== undefined && age <= settings.staleMinutes
      ? evaluateBurns({ ...evaluation, frame, previous: previous?.burns })
      : unknownBurns(definition);
  const judgement = judge({
    rule,
    settings,
    coverage: seen ? coverage.share : undefined,
    age,
    events: sums.total,
    left: budget.budgetLeft,
    alertRows,
    burns: burning.burns,
  });
  const exhausted = exhaustionOf({
    definition,
    frame,
    now,
    left: budget.budgetLeft,
    burn: burning.burnRates['6h'],
  });
  return {
    ...judgement,
    evaluatedAt: now.toISOString(),
    window: { from: isoOf(frame.from), to: isoOf(frame.end) },
    ...budget,
    ...(exhausted !== undefined && { exhaustedAt: isoOf(exhausted) }),
    coverage,
    ...burning,
  };
}

type Budget = Pick<
  ObjectiveState,
  | 'actual'
  | 'total'
  | 'bad'
  | 'budgetLeft'
  | 'budgetLeftMinutes'
  | 'budgetMinutes'
  | 'usedUpSince'
>;

/** The numbers of the budget; absent where nothing was seen, or nothing counted. */
function budgetAt(
  { definition: { rule }, now, previous }: Evaluation,
  frame: Frame,
  sums: WindowSums,
): Budget {
  const budgetMinutes = errorShare(rule) * frame.length;
  if (sums.minutes === 0) return { budgetMinutes };
  const { total, bad } = spendingOf(sums, rule);
  if (sums.total === 0) return { budgetMinutes, total, bad };
  const whole = rule.method === 'Occurrences' ? total : frame.units;
  const left = budgetLeft(bad, whole, rule);
  return {
    budgetMinutes,
    total,
    bad,
    ...(total > 0 && { actual: (total - bad) / total }),
    budgetLeft: left,
    budgetLeftMinutes: left === undefined ? undefined : left * budgetMinutes,
    ...(left !== undefined && left <= 0 && usedUpSince(previous, now)),
  };
}

/** Known only of a budget that was seen to end: samples may come in long after what they count. */
function usedUpSince(
  previous: Evaluation['previous'],
  now: Date,
): Pick<Budget, 'usedUpSince'> {
  if (previous?.usedUpSince) return { usedUpSince: previous.usedUpSince };
  const wasLeft = (previous?.budgetLeft ?? 0) > 0;
  return wasLeft ? { usedUpSince: now.toISOString() } : {};
}
