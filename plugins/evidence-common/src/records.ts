import { EvidenceKind } from './kinds';

/**
 * One artifact about an entity, as it was received. Immutable; the blob may be removed when its retention ends, the record stays.
 *
 * @public
 */
export interface EvidenceRecord {
  /** UUID. */
  id: string;
  tenant: string;
  /** Lower-case `kind:namespace/name`. */
  entityRef: string;
  kind: EvidenceKind;
  /** The format that was recognised: `lcov`, `junit`, `k6-summary`, `facts`, or `''` where no reader knew it. */
  format: string;
  mediaType: string;
  fileName: string;
  /** SHA-256 of the bytes, lower-case hexadecimal. */
  sha256: string;
  /** Bytes. */
  size: number;
  /** The credential's subject; never taken from the request body. */
  producer: string;
  environment: string;
  commit: string;
  ref: string;
  defaultBranch: boolean;
  /** The pipeline run, for example a run number; `''` where there is none. */
  run: string;
  /** Attempt of that run, from 1. */
  attempt: number;
  /** Where a person can see the run. http or https. */
  runUrl?: string;
  /** ISO 8601, UTC: when the artifact was made. Never later than `receivedAt`. */
  observedAt: string;
  /** ISO 8601, UTC. */
  receivedAt: string;
  /** ISO 8601, UTC. Absent for kinds that do not age. */
  freshUntil?: string;
  /** ISO 8601, UTC: since when the bytes are no longer kept. Absent while they are. */
  contentRemovedAt?: string;
}

/** Whether a record still counts: `ageless` where its kind does not age. @public */
export const RECORD_FRESHNESS = ['fresh', 'stale', 'ageless'] as const;

/** @public */
export type RecordFreshness = (typeof RECORD_FRESHNESS)[number];

/**
 * One item of the manifest part of `POST /v1/records`. Only `file` and `entity` are required.
 *
 * @public
 */
export interface RecordManifestItem {
  /** The name of the multipart file part that carries the bytes. */
  file: string;
  /** `component:default/gateway`, or `gateway` for a component of the default namespace. */
  entity: string;
  /** Recognised from the content where absent. */
  kind?: EvidenceKind;
  environment?: string;
  commit?: string;
  ref?: string;
  /** True where absent. */
  defaultBranch?: boolean;
  run?: string;
  attempt?: number;
  runUrl?: string;
  /** ISO 8601 with offset. The time of receipt where absent. */
  observedAt?: string;
  /** Derived from the entity; one that differs is refused. */
  tenant?: string;
}

/** @public */
export interface ItemError {
  /** A stable word for programs, for example `UnknownEntity`. */
  code: string;
  /** The field at fault, for example `entity` or `observedAt`. */
  field?: string;
  /** What was wrong, which rule it broke, and the way out. */
  message: string;
}

/** @public */
export type RecordResultStatus = 'created' | 'existing' | 'rejected';

/** @public */
export interface RecordResult {
  /** Position in the manifest, from 0. */
  index: number;
  status: RecordResultStatus;
  record?: EvidenceRecord;
  /** How many facts were read from it. */
  facts?: number;
  error?: ItemError;
}

/** @public */
export interface PushRecordsResponse {
  items: RecordResult[];
}
