import { ObjectiveItem } from '@maestro-conductor/plugin-slo-common';
import { formatMinutes, formatRelativeTime } from '@maestro-conductor/ui';
import { budgetView } from './budgetView';
import { rateText } from './rateText';

/** How fast the budget burns by the rows that fire, and when it ends: `6.4× over 1 h and 6.1× over 6 h · used up in 2 days`. */
export function burningText(
  { objective, state }: Pick<ObjectiveItem, 'objective' | 'state'>,
  now: Date,
): string {
  if (!state) return '';
  const rates = state.burns.flatMap(({ row, long, firing }) => {
    const window = objective.alertRows.find(({ name }) => name === row);
    return firing && long !== undefined && window
      ? [
          `${rateText(long, window.factor)} over ${formatMinutes(
            window.longMinutes,
          )}`,
        ]
      : [];
  });
  const end =
    state.exhaustedAt &&
    `at this rate used up ${formatRelativeTime(state.exhaustedAt, now)}`;
  return [rates.join(' and '), end].filter(Boolean).join(' · ');
}

/** How much too much was spent, and since when: `overspent by 42 % · 18 min too much · since 6 hours ago`. */
export function usedUpText(
  { state }: Pick<ObjectiveItem, 'state'>,
  now: Date,
): string {
  const since =
    state?.usedUpSince &&
    `used up ${formatRelativeTime(state.usedUpSince, now)}`;
  return [budgetView(state).text, since].filter(Boolean).join(' · ');
}
