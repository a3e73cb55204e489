import { AlertRow, BurnEpisode } from '@maestro-conductor/plugin-slo-common';
import { highestBurn, urgency } from '../domain/urgency';
import { toDate } from './rows';
import { EvaluatedSubject } from './StateStore';

/** A row of `burns`. */
export interface BurnRow {
  id: string;
  objective_id: string;
  row: string;
  severity: AlertRow['severity'];
  started_at: Date | number | string;
  seen_at: Date | number | string;
  ended_at: Date | number | string | null;
  peak: number;
}

/** A row of `states`. */
export interface StateRow {
  objective_id: string;
  status: string;
  burning: boolean;
  budget_left: number | null;
  max_burn: number | null;
  actual: number | null;
  urgency: number;
  state: string;
  trend: string;
  first_evaluated_at: Date;
  evaluated_at: Date;
  samples: number;
  digest: string;
  revision: number;
  facts_at: Date | null;
}

/** A state as a row. `first_evaluated_at` and `facts_at` count only where there is no row yet. */
export function toStateRow({
  subject,
  state,
  trend,
}: EvaluatedSubject): StateRow {
  const evaluatedAt = new Date(state.evaluatedAt);
  const { alertRows, digest } = subject.definition;
  return {
    objective_id: subject.id,
    status: state.status,
    burning: state.burns.some(({ firing }) => firing),
    budget_left: state.budgetLeft ?? null,
    max_burn: highestBurn(state) ?? null,
    actual: state.actual ?? null,
    urgency: urgency(state, alertRows),
    state: JSON.stringify(state),
    trend: JSON.stringify(trend),
    first_evaluated_at: evaluatedAt,
    evaluated_at: evaluatedAt,
    samples: subject.samples,
    digest,
    revision: (subject.previous?.revision ?? 0) + 1,
    facts_at: null,
  };
}

/** A burn as people see it. */
export function toBurnEpisode(row: BurnRow): BurnEpisode {
  return {
    row: row.row,
    severity: row.severity,
    startedAt: toDate(row.started_at).toISOString(),
    ...(row.ended_at !== null && {
      endedAt: toDate(row.ended_at).toISOString(),
    }),
    peak: row.peak,
  };
}
