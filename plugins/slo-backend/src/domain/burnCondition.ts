import { NewTransition } from '@maestro-conductor/backend-kit';
import { AlertRow, ObjectiveState } from '@maestro-conductor/plugin-slo-common';
import { BurnChanges } from './burnChanges';

/** The condition that an objective's budget burns too fast. */
export const BURN = 'slo:burn';

/** What is kept of a burn for the message. */
export interface BurnDetail {
  /** Id and title of the objective. */
  id: string;
  title: string;
  severity: AlertRow['severity'];
  environment: string;
  /** Of the row that fires with the highest factor. */
  long?: number;
  longMinutes?: number;
  /** It ended because nothing can be told any more. */
  unseen?: true;
  budgetLeft?: number;
  exhaustedAt?: string;
}

/** An objective, as far as a message names it. */
export interface BurningObjective {
  id: string;
  tenant: string;
  entityRef: string;
  environment: string;
  title: string;
  definition: { slo: string; objective: string; alertRows: AlertRow[] };
}

/** Tells conditions of one entity apart: environment, SLO, objective and severity. */
export function burnKey(
  {
    environment,
    definition,
  }: {
    environment: string;
    definition: { slo: string; objective: string };
  },
  severity: AlertRow['severity'],
): string {
  const { slo, objective } = definition;
  return `${environment}/${slo}/${objective}:${severity}`;
}

const UNSEEN: ObjectiveState['status'][] = ['insufficient-data', 'no-traffic'];

const SEVERITIES = ['page', 'ticket'] as const;

/** What there is to tell of burns that started or ended: one condition per severity, however many rows of it fire. */
export function burnConditions(
  subject: BurningObjective,
  state: ObjectiveState,
  { burning, before }: BurnChanges,
): NewTransition[] {
  return SEVERITIES.filter(
    severity => burning.has(severity) !== before.has(severity),
  ).map(severity => ({
    rule: BURN,
    tenant: subject.tenant,
    entityRef: subject.entityRef,
    key: burnKey(subject, severity),
    state: burning.has(severity) ? 'open' : 'resolved',
    detail: { ...detailOf(subject, state, severity) },
  }));
}

function detailOf(
  subject: BurningObjective,
  state: ObjectiveState,
  severity: AlertRow['severity'],
): BurnDetail {
  const [fastest] = subject.definition.alertRows
    .filter(row => row.severity === severity)
    .sort((a, b) => b.factor - a.factor)
    .flatMap(row => {
      const burn = state.burns.find(({ row: name }) => name === row.name);
      return burn?.firing
        ? [{ long: burn.long, longMinutes: row.longMinutes }]
        : [];
    });
  return {
    id: subject.id,
    title: subject.title,
    severity,
    environment: subject.environment,
    ...fastest,
    ...(UNSEEN.includes(state.status) && { unseen: true }),
    ...(state.budgetLeft !== undefined && { budgetLeft: state.budgetLeft }),
    ...(state.exhaustedAt && { exhaustedAt: state.exhaustedAt }),
  };
}
