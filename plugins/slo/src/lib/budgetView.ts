import { ObjectiveState } from '@maestro-conductor/plugin-slo-common';
import { formatMinutes, formatPercent, Tone } from '@maestro-conductor/ui';
import { coverageText } from './coverageText';

/** What is left of a budget, as a bar and in words. */
export interface BudgetView {
  /** Length of the bar, 0 to 1; absent where there is nothing to draw. */
  share?: number;
  tone: Tone;
  text: string;
}

const TONE: Record<ObjectiveState['status'], Tone> = {
  ok: 'good',
  warning: 'warning',
  breached: 'bad',
  'insufficient-data': 'unknown',
  'no-traffic': 'unknown',
};

function leftText(left: number, minutes: number | undefined): string {
  const length =
    minutes === undefined ? undefined : formatMinutes(Math.abs(minutes));
  if (left < 0) {
    const over = `overspent by ${formatPercent(-left)}`;
    return length === undefined ? over : `${over} · ${length} too much`;
  }
  if (left === 0) return 'used up to the last bit';
  return length === undefined
    ? `${formatPercent(left)} left`
    : `${formatPercent(left)} · ${length} left`;
}

/** How much of the budget is left. Where it cannot be told, how much was seen stands in its place: never a bar. */
export function budgetView(state: ObjectiveState | undefined): BudgetView {
  if (!state) return { tone: 'unknown', text: 'not evaluated yet' };
  const { status, budgetLeft, budgetLeftMinutes, coverage } = state;
  const tone = TONE[status];
  if (status === 'insufficient-data') {
    return {
      tone,
      text: coverage.lastSampleAt
        ? `${coverageText(coverage.share)} of the window seen`
        : 'nothing seen yet',
    };
  }
  if (status === 'no-traffic') {
    return { tone, text: 'nothing to count in the window' };
  }
  if (budgetLeft === undefined) return { tone, text: 'unknown' };
  return {
    share: Math.min(1, Math.max(0, budgetLeft)),
    tone,
    text: leftText(budgetLeft, budgetLeftMinutes),
  };
}
