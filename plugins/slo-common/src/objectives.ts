/** How a budget is spent, by the OpenSLO specification. @public */
export const BUDGETING_METHODS = [
  'Occurrences',
  'Timeslices',
  'RatioTimeslices',
] as const;

/** @public */
export type BudgetingMethod = (typeof BUDGETING_METHODS)[number];

/** The window of an objective, as it is declared. @public */
export type ObjectiveWindow =
  | {
      kind: 'rolling';
      /** As written: `30d`. */
      duration: string;
    }
  | {
      kind: 'calendar';
      /** As written: `1M`. */
      duration: string;
      /** Local time from which periods are counted: `2026-01-01 00:00:00`. */
      startTime: string;
      /** IANA name. */
      timeZone: string;
    };

/** One row of the burn rate alerting: it fires while both windows burn faster than the factor. @public */
export interface AlertRow {
  /** Unique in the objective: `page-1h`. */
  name: string;
  severity: 'page' | 'ticket';
  /** Share of the budget that is gone when the row fires, 0 to 1. */
  budgetShare: number;
  longMinutes: number;
  shortMinutes: number;
  /** budgetShare × period ÷ long window. Fires above it, not at it. */
  factor: number;
}

/** What a unit of work may cost. @public */
export interface UnitCostTarget {
  /** ISO 4217. */
  currency: string;
  /** Units that the price is for, for example 1000000. */
  per: number;
  /** What is counted, in the plural: `GraphQL calls`. */
  unit: string;
  /** The most it may cost. */
  target?: number;
}

/** A query behind a number, as it is sent to its source. @public */
export interface ObjectiveQuery {
  /** What it gives: `good`, `bad`, `total`, `ratio` or `value`. */
  role: string;
  /** Type of the source: `prometheus`, `pushed`. */
  source: string;
  /** Plain text, shown as it is. */
  text: string;
}

/** What an objective is, apart from how it fares. @public */
export interface Objective {
  /** Stable while tenant, entity, name of the SLO and of the objective are: 16 hexadecimal digits. */
  id: string;
  tenant: string;
  /** Lower-case `kind:namespace/name`. */
  entityRef: string;
  environment: string;
  /** `metadata.name` of the SLO. */
  slo: string;
  /** Its displayName in lower-case words, else its place among the objectives from 0. */
  objective: string;
  /** What people call it. */
  title: string;
  description?: string;
  /** 0 (inclusive) to 1 (exclusive). */
  target: number;
  budgetingMethod: BudgetingMethod;
  /** Of time slices. */
  sliceMinutes?: number;
  /** Share of good events from which a slice is good; for Timeslices. */
  sliceTarget?: number;
  window: ObjectiveWindow;
  alertRows: AlertRow[];
  queries: ObjectiveQuery[];
  unitCost?: UnitCostTarget;
  /** Of the entity; absent where it has none. */
  ownerRef?: string;
}
