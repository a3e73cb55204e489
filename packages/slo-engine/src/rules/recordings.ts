import { minutesOf, parseDuration } from '../time';
import { ObjectiveDefinition } from '../types';
import { ErrorRatios } from './errorRatios';
import { ratioName, selectOwn } from './ruleNames';
import { RecordingRule } from './types';
import { windowName } from './windowName';

/** The shares over all windows that the alert rows look at, shortest first, and the whole window where it rolls. */
export function ratioRules(
  definition: ObjectiveDefinition,
  ratios: ErrorRatios,
): RecordingRule[] {
  const windows = new Set(
    definition.alertRows.flatMap(row => [row.shortMinutes, row.longMinutes]),
  );
  const period = rollingPeriod(definition);
  if (period !== undefined) windows.add(period);
  return [...windows]
    .sort((a, b) => a - b)
    .map(minutes => ({
      record: ratioName(minutes),
      expr: ratios.over(minutes),
      labels: { sloth_window: windowName(minutes) },
    }));
}

/** What the objective is, and what follows from the shares. A period of the calendar has no rule: PromQL knows no months. */
export function budgetRules(definition: ObjectiveDefinition): RecordingRule[] {
  const { rule, window, alertRows } = definition;
  const own = (metric: string) => selectOwn(metric, definition);
  const days = minutesOf(parseDuration(window.duration)) / 1_440;
  const budget = `(1 - ${rule.target})`;
  const shortest = Math.min(...alertRows.map(row => row.shortMinutes));
  const period = rollingPeriod(definition);
  const burnOf = (minutes: number) =>
    `sum(${own(ratioName(minutes))}) / ${budget}`;
  return [
    { record: 'slo:objective:ratio', expr: `vector(${rule.target})` },
    { record: 'slo:error_budget:ratio', expr: `vector(1 - ${rule.target})` },
    { record: 'slo:time_period:days', expr: `vector(${days})` },
    ...(alertRows.length
      ? [{ record: 'slo:current_burn_rate:ratio', expr: burnOf(shortest) }]
      : []),
    ...(period === undefined
      ? []
      : [
          { record: 'slo:period_burn_rate:ratio', expr: burnOf(period) },
          {
            record: 'slo:period_error_budget_remaining:ratio',
            expr: `1 - sum(${own('slo:period_burn_rate:ratio')})`,
          },
        ]),
    {
      record: 'sloth_slo_info',
      expr: 'vector(1)',
      labels: {
        sloth_mode: 'conductor',
        sloth_objective: String(rule.target * 100),
        sloth_spec: 'openslo/v1',
        sloth_version: '',
      },
    },
  ];
}

function rollingPeriod({ window }: ObjectiveDefinition): number | undefined {
  return window.kind === 'rolling'
    ? minutesOf(parseDuration(window.duration))
    : undefined;
}
