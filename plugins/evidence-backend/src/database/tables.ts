/** A point in time as the drivers give it back: PostgreSQL a Date, SQLite milliseconds. */
export type DbTime = Date | number | string;

/** A row of `records`. */
export interface DbRecordRow {
  id: string;
  tenant: string;
  entity_ref: string;
  kind: string;
  format: string;
  media_type: string;
  file_name: string;
  sha256: string;
  size: number | string;
  producer: string;
  environment: string;
  commit: string;
  ref: string;
  default_branch: boolean | number;
  run: string;
  attempt: number;
  run_url: string | null;
  observed_at: DbTime;
  received_at: DbTime;
  fresh_until: DbTime | null;
}

/** A row of `facts`. */
export interface DbFactRow {
  seq: number | string;
  tenant: string;
  entity_ref: string;
  environment: string;
  name: string;
  type: string;
  value: string;
  unit: string | null;
  commit: string;
  ref: string;
  default_branch: boolean | number;
  observed_at: DbTime;
  received_at: DbTime;
  fresh_until: DbTime | null;
  source: string;
  record_id: string | null;
  retracted: boolean | number;
}

/** ISO 8601 in UTC. */
export function isoOf(time: DbTime): string {
  return new Date(time).toISOString();
}
