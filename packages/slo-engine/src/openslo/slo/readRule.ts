import { BudgetingMethod } from '@maestro-conductor/plugin-slo-common';
import { minutesOf } from '../../time';
import { BudgetRule } from '../../types';
import { Fields } from '../yaml/Fields';
import { readTarget } from './readTarget';

const DAY = 1_440;

/**
 * How the budget of an objective is computed.
 *
 * @param windowMinutes - a slice must not be longer; absent where the window has errors
 */
export function readRule(
  objective: Fields,
  method: BudgetingMethod,
  windowMinutes: number | undefined,
): BudgetRule | undefined {
  const target = readTarget(objective);
  const used: string[] = [];
  let slices: Pick<BudgetRule, 'sliceMinutes' | 'sliceTarget'> | undefined = {};
  if (method !== 'Occurrences') {
    used.push('timeSliceWindow');
    const sliceMinutes = readSliceMinutes(objective, windowMinutes);
    slices = sliceMinutes ? { sliceMinutes } : undefined;
  }
  if (method === 'Timeslices') {
    used.push('timeSliceTarget');
    const sliceTarget = readSliceTarget(objective);
    slices = slices && sliceTarget ? { ...slices, sliceTarget } : undefined;
  }
  for (const name of ['timeSliceWindow', 'timeSliceTarget']) {
    if (used.includes(name)) continue;
    objective
      .get(name)
      ?.warn('unused-field', `has no effect with budgetingMethod ${method}`);
  }
  return target !== undefined && slices
    ? { target, method, ...slices }
    : undefined;
}

function readSliceMinutes(
  objective: Fields,
  windowMinutes: number | undefined,
): number | undefined {
  const value = objective.need('timeSliceWindow');
  const duration = value?.duration();
  if (!duration) return undefined;
  const minutes = minutesOf(duration);
  if (DAY % minutes !== 0) {
    return value?.error(
      'slice-window',
      `${duration.count}${duration.unit} does not divide a day: choose for example 1m, 5m, 15m, 1h`,
    );
  }
  if (windowMinutes !== undefined && minutes > windowMinutes) {
    return value?.error('slice-window', 'is longer than the window of the SLO');
  }
  return minutes;
}

function readSliceTarget(objective: Fields): number | undefined {
  const value = objective.need('timeSliceTarget');
  const number = value?.number();
  if (!number) return undefined;
  return number.value > 0 && number.value <= 1
    ? number.value
    : value?.error(
        'slice-target',
        `is the share of good events that makes a slice good: above 0, at most 1`,
      );
}
