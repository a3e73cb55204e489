import { JsonObject } from '@backstage/types';
import { EvidenceKind } from './kinds';

/** @public */
export const FACT_TYPES = [
  'number',
  'boolean',
  'string',
  'timestamp',
  'string[]',
  'object[]',
] as const;

/** @public */
export type FactType = (typeof FACT_TYPES)[number];

/**
 * The value of a fact. A `timestamp` is an ISO 8601 string in UTC; numbers are finite.
 *
 * @public
 */
export type FactValue = number | boolean | string | string[] | JsonObject[];

/**
 * A named, typed value before it is bound to an entity: what a reader finds in an artifact.
 *
 * @public
 */
export interface FactReading {
  /** Dotted lower-case name, for example `test.coverage.lines`; the first segment says which plugin owns it. */
  name: string;
  type: FactType;
  value: FactValue;
  /** Unit of a number: `ratio` (0 to 1), `count`, `ms`, `bytes`, `1/s`. */
  unit?: string;
}

/**
 * A fact as it is kept: a reading, bound to an entity, an environment and a moment.
 *
 * @public
 */
export interface Fact extends FactReading {
  tenant: string;
  /** Lower-case `kind:namespace/name`. */
  entityRef: string;
  /** `''` where the fact is not bound to an environment, as with facts from the catalog. */
  environment: string;
  /** `''` where the fact is not bound to a commit. */
  commit: string;
  /** The git ref it was measured on, for example `refs/heads/main`; `''` where there is none. */
  ref: string;
  /** Facts of other branches serve only the gate for their commit, never a score. */
  defaultBranch: boolean;
  /** ISO 8601, UTC: when the value was true. */
  observedAt: string;
  /** ISO 8601, UTC: from this moment on the value is stale. Absent where it does not age. */
  freshUntil?: string;
  /** Who said so: `evidence:<kind>` or `collector:<name>` or `plugin:<id>`. */
  source: string;
  /** Id of the evidence record it was read from. */
  recordId?: string;
}

/**
 * The name of the fact that tells when the latest evidence of a kind was observed.
 *
 * @public
 */
export function lastObservedFact(kind: EvidenceKind): string {
  return `evidence.${kind.replace(/-/g, '_')}.last_observed_at`;
}

/** Fact names: dotted segments of lower-case letters, digits and underscores, 200 characters at most. @public */
export const FACT_NAME_PATTERN = /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$/;
