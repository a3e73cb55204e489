import {
  AlertRow,
  ObjectiveWindow,
} from '@maestro-conductor/plugin-slo-common';
import { BudgetRule, ObjectiveDefinition } from '../types';

/** An objective of which only what a test is about is said. */
export function objective(options: {
  rule: BudgetRule;
  window?: ObjectiveWindow;
  alertRows?: AlertRow[];
}): ObjectiveDefinition {
  return {
    slo: 'availability',
    objective: '0',
    title: 'Availability',
    service: 'gateway',
    entityRef: 'component:default/gateway',
    environment: 'production',
    window: { kind: 'rolling', duration: '30d' },
    alertRows: [],
    indicator: {
      kind: 'ratio',
      good: { type: 'pushed', spec: {} },
      total: { type: 'pushed', spec: {} },
      counter: false,
    },
    at: { file: 'slo.yaml', line: 1 },
    digest: '',
    ...options,
  };
}

export function alertRow(
  longMinutes: number,
  factor: number,
  shortMinutes = Math.ceil(longMinutes / 12),
): AlertRow {
  return {
    name: `page-${longMinutes}`,
    severity: 'page',
    budgetShare: 0.02,
    longMinutes,
    shortMinutes,
    factor,
  };
}
