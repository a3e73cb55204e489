/**
 * `insufficient-data`: too little was seen to say. `no-traffic`: the source answered, and there was nothing to count. Neither is met.
 *
 * @public
 */
export const OBJECTIVE_STATUSES = [
  'breached',
  'warning',
  'ok',
  'insufficient-data',
  'no-traffic',
] as const;

/** @public */
export type ObjectiveStatus = (typeof OBJECTIVE_STATUSES)[number];

/** What an alert row finds now. @public */
export interface BurnState {
  /** Name of the alert row. */
  row: string;
  /** Burn rate over the long window; absent where it cannot be told. 1 spends the budget exactly in one period. */
  long?: number;
  short?: number;
  firing: boolean;
  /** ISO 8601; while it fires. */
  since?: string;
}

/** How much of a window was seen. @public */
export interface Coverage {
  /** Minutes with data ÷ minutes that could have data since the first sample, 0 to 1. */
  share: number;
  /** ISO 8601: from when in the window on there is data; absent where there is none. */
  from?: string;
  /** ISO 8601: end of the last minute with data, of any time. */
  lastSampleAt?: string;
}

/** What a unit of work cost, or why that is unknown. @public */
export interface UnitCost {
  currency: string;
  /** Units that the price is for. */
  per: number;
  unit: string;
  target?: number;
  /** Price of `per` units; absent where unknown. */
  value?: number;
  /** Where unknown, in a sentence. */
  reason?: string;
  /** ISO 8601: days that it covers. */
  from?: string;
  to?: string;
}

/** How an objective fares at a moment. @public */
export interface ObjectiveState {
  status: ObjectiveStatus;
  /** Why, in one sentence. */
  reason: string;
  /** ISO 8601. */
  evaluatedAt: string;
  /** ISO 8601: the window that was looked at; for a calendar window, `to` is the end of the period. */
  window: { from: string; to: string };
  /** Share of good events or slices, 0 to 1; absent where nothing was counted. */
  actual?: number;
  /** Events counted in the window. Of time slices: slices with data. */
  total?: number;
  bad?: number;
  /** Share of the budget that is left: 1 untouched, 0 used up, below 0 overspent. Absent where unknown. */
  budgetLeft?: number;
  /** The same in minutes of the window: of complete failure at average traffic, or of bad slices. */
  budgetLeftMinutes?: number;
  budgetMinutes: number;
  /** ISO 8601: when the budget ends at the rate of the last six hours; absent where it does not. */
  exhaustedAt?: string;
  /** ISO 8601: when it was used up, where it is and was seen to happen. */
  usedUpSince?: string;
  coverage: Coverage;
  /** By alert row, in its order. */
  burns: BurnState[];
  /** Burn rate over 1 h, 6 h, 1 d and 3 d; null where it cannot be told. */
  burnRates: {
    '1h': number | null;
    '6h': number | null;
    '1d': number | null;
    '3d': number | null;
  };
  unitCost?: UnitCost;
}

/** What keeps a source from answering. @public */
export interface SourceProblem {
  /** One sentence, without secrets. */
  message: string;
  /** ISO 8601. */
  since: string;
}

/** One day of the trend on a board. @public */
export interface TrendPoint {
  /** UTC day, `2026-11-20`. */
  day: string;
  /** Share of good events or slices of that day; null where nothing was seen. */
  actual: number | null;
}
