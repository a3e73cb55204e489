import { KeptDocument } from './ObjectiveStore';
import { orNothing, toDate } from './rows';

type Time = Date | number | string;

/** A row of `documents`. */
export interface DocumentRow {
  id: string;
  location: string;
  kind: KeptDocument['kind'];
  entity_ref: string | null;
  entity_etag: string | null;
  digest: string | null;
  problems: string;
  read_at: Time;
  good_at: Time | null;
  error: string | null;
}

/** A row of `objectives`. */
export interface ObjectiveRow {
  id: string;
  tenant: string;
  entity_ref: string;
  environment: string;
  slo: string;
  objective: string;
  title: string;
  definition: string;
  queries: string;
  digest: string;
  document: string;
  line: number;
  window: string;
  removed_at: Time | null;
}

/** A document as it is kept. */
export function toKeptDocument(row: DocumentRow): KeptDocument {
  return {
    id: row.id,
    location: row.location,
    kind: row.kind,
    entityRef: orNothing(row.entity_ref),
    readAt: toDate(row.read_at),
    goodAt: row.good_at === null ? undefined : toDate(row.good_at),
    error: orNothing(row.error),
    problems: JSON.parse(row.problems),
  };
}
