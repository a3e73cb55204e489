/** A row of `sample_heads`. */
export interface HeadRow {
  objective_id: string;
  revision: number;
  first_minute: number | null;
  last_minute: number | null;
  read_until: number | null;
  problem: string | null;
  problem_since: Date | number | string | null;
  past_day: number | null;
  past_changed_at: Date | number | string | null;
}

/** Sums of a row of `sample_days`. */
export interface SumColumns {
  good: number;
  total: number;
  minutes: number;
  slices_known: number;
  slices_bad: number;
  slices_lost: number;
  rule: string;
}

/** A row of `sample_days`. */
export interface DayRow extends SumColumns {
  objective_id: string;
  day: number;
  block: Uint8Array;
  revision: number;
}

/** A row of `series_days`. */
export interface SeriesRow {
  objective_id: string;
  day: number;
  series: string;
  form: 'delta' | 'counter';
  block: Uint8Array;
}

/** Times come as Date from PostgreSQL, as milliseconds from SQLite. */
export function toDate(value: Date | number | string): Date {
  return new Date(value);
}

/** For an optional field: nothing where the column is null. */
export function orNothing<T>(value: T | null): T | undefined {
  return value ?? undefined;
}
