import {
  AlertRow,
  BurnState,
  ObjectiveStatus,
} from '@maestro-conductor/plugin-slo-common';
import { BudgetRule } from '../types';
import { duration, percent, times } from './words';

/** From when on an objective is said to be well or not. @public */
export interface EvaluationSettings {
  /** Share of the minutes that must have been seen, 0 to 1. */
  minCoverage: number;
  /** Age of the last sample from which nothing can be told. */
  staleMinutes: number;
  /** Share of the budget below which there is a warning. */
  warnBelow: number;
}

/** What is used where nothing else is configured. @public */
export const DEFAULT_SETTINGS: EvaluationSettings = {
  minCoverage: 0.9,
  staleMinutes: 60,
  warnBelow: 0.25,
};

/** What a status depends on. */
export interface Findings {
  rule: BudgetRule;
  settings: EvaluationSettings;
  /** Share of the minutes that were seen; undefined where nothing in the window was. */
  coverage?: number;
  /** Minutes since the end of the last minute with data; undefined where there never was one. */
  age?: number;
  /** Events in the window. */
  events: number;
  left?: number;
  alertRows: readonly AlertRow[];
  burns: readonly BurnState[];
}

export interface Judgement {
  status: ObjectiveStatus;
  /** One sentence. */
  reason: string;
}

/** Says how an objective fares. The first rule that applies holds, so nothing is green for want of data. */
export function judge(findings: Findings): Judgement {
  return (
    judgeCertainBreach(findings) ??
    judgeData(findings) ??
    judgeBudget(findings) ??
    judgeWarning(findings)
  );
}

/** Bad slices are bad whatever the missing ones would have been; bad events may still be outweighed. */
function judgeCertainBreach(findings: Findings): Judgement | undefined {
  const { rule, coverage } = findings;
  if (rule.method === 'Occurrences' || coverage === undefined) return undefined;
  return judgeBudget(findings);
}

function judgeData(findings: Findings): Judgement | undefined {
  const { settings, coverage, age, events } = findings;
  const insufficient = (reason: string): Judgement => ({
    status: 'insufficient-data',
    reason,
  });
  if (age === undefined) return insufficient('No sample was ever seen.');
  if (age > settings.staleMinutes) {
    return insufficient(`The last sample is ${duration(age)} old.`);
  }
  if (coverage === undefined) {
    return insufficient('No sample was seen in the window yet.');
  }
  if (coverage < settings.minCoverage) {
    return insufficient(
      `Only ${percent(coverage)} of the minutes were seen, ${percent(
        settings.minCoverage,
      )} are needed.`,
    );
  }
  return events === 0
    ? { status: 'no-traffic', reason: 'There was nothing to count.' }
    : undefined;
}

function judgeBudget({ left }: Findings): Judgement | undefined {
  if (left === undefined || left >= 0) return undefined;
  const reason = `The error budget is overspent by ${percent(-left)}.`;
  return { status: 'breached', reason };
}

function judgeWarning(findings: Findings): Judgement {
  const { settings, left, alertRows, burns } = findings;
  const fires = burns.findIndex(({ firing }) => firing);
  if (fires >= 0) {
    return {
      status: 'warning',
      reason: wordsOfBurn(alertRows[fires], burns[fires]),
    };
  }
  if (left === undefined) {
    const reason = 'What was seen is too little for a budget.';
    return { status: 'insufficient-data', reason };
  }
  if (left === 0) {
    const reason = 'The target is just met: all of the error budget is used.';
    return { status: 'warning', reason };
  }
  const reason = `${percent(left)} of the error budget is left`;
  return left < settings.warnBelow
    ? {
        status: 'warning',
        reason: `${reason}, less than ${percent(settings.warnBelow)}.`,
      }
    : { status: 'ok', reason: `${reason}.` };
}

function wordsOfBurn(row: AlertRow, { long = 0, short = 0 }: BurnState) {
  return `The budget burns at ${times(long)} over ${duration(
    row.longMinutes,
  )} and ${times(short)} over ${duration(
    row.shortMinutes,
  )}, faster than ${times(row.factor)}.`;
}
