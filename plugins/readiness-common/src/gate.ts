import { DimensionScore } from './scores';

/** @public */
export type GateOutcome = 'pass' | 'warn' | 'fail' | 'cannot-evaluate';

/** @public */
export interface GateRequest {
  /** `component:default/gateway`, or `gateway` for a component of the default namespace. */
  entity: string;
  environment?: string;
  commit?: string;
  /** May only raise the threshold, 0 to 1. */
  minimum?: number;
  /** Decide, but keep nothing: the answer's `id` is empty. */
  dryRun?: boolean;
}

/** Something that stands between the entity and promotion. @public */
export interface GateReason {
  /** Stable word: `below-threshold`, `no-data`, `stale`, `errored`, `no-fact-for-commit`, `nothing-applies`, `definition-invalid`, `evidence-unreadable`, … */
  code: string;
  dimension?: string;
  message: string;
  /** What to do about it. */
  nextStep?: string;
}

/** Kept as it was made. @public */
export interface GateDecision {
  id: string;
  tenant: string;
  scorecard: string;
  entityRef: string;
  environment: string;
  commit: string;
  decision: GateOutcome;
  score?: number;
  level?: string;
  /** The threshold that was applied: the scorecard's or the asked minimum, whichever is higher. */
  threshold: number;
  blockers: GateReason[];
  warnings: GateReason[];
  dimensions: DimensionScore[];
  definitionVersion?: number;
  /** SHA-256 over the facts, the definition and the request. */
  inputsDigest: string;
  /** Subject or user who asked. */
  askedBy: string;
  /** ISO 8601, UTC. */
  decidedAt: string;
}

/** A page of decisions, newest first. @public */
export interface GateDecisionPage {
  items: GateDecision[];
  nextCursor?: string;
}
