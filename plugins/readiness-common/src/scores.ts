/** @public */
export const VERDICTS = [
  'passed',
  'partial',
  'failed',
  'no-data',
  'stale',
  'not-applicable',
  'exempt',
  'errored',
] as const;

/**
 * What is said of a dimension, always with a reason. The four ways of not earning points are four different things.
 *
 * @public
 */
export type Verdict = (typeof VERDICTS)[number];

/** The fact behind a dimension's value, as it was when it was judged. @public */
export interface FactUsed {
  name: string;
  /** The fact's value; absent where there is none. */
  value?: number | boolean | string;
  unit?: string;
  observedAt?: string;
  freshUntil?: string;
  commit?: string;
  source?: string;
  /** Evidence record it leads back to. */
  recordId?: string;
}

/** @public */
export interface DimensionScore {
  name: string;
  title: string;
  verdict: Verdict;
  /** 0 to 1. */
  value: number;
  weight: number;
  /** value × weight × 100, unrounded. */
  points: number;
  /** weight × 100. */
  maxPoints: number;
  /** Why, in a sentence that stands beside the title and does not repeat it. */
  reason: string;
  /** What to do, where points are missing. */
  nextStep?: string;
  facts: FactUsed[];
}

/** @public */
export interface Score {
  tenant: string;
  scorecard: string;
  entityRef: string;
  environment: string;
  /** Σ weight × value ÷ Σ weight over the dimensions that apply, 0 to 1; absent where none applies or nothing is known of any. */
  score?: number;
  /** Name of the highest level reached; absent below the lowest and without a score. */
  level?: string;
  threshold: number;
  dimensions: DimensionScore[];
  definitionVersion: number;
  /** ISO 8601, UTC: when it was last evaluated. */
  evaluatedAt: string;
  /** SHA-256 of the facts that went in. */
  inputsDigest: string;
}

/** A score in a list, with what is needed to find it. @public */
export interface ScoreListItem extends Score {
  /** Display name of the entity. */
  title: string;
  owner?: string;
  system?: string;
  lifecycle?: string;
  /** Change of the score over the last 7 days; absent where there was no score then. */
  change?: number;
}

/** @public */
export interface ScorePage {
  items: ScoreListItem[];
  nextCursor?: string;
  /** Absent where a permission condition could not be turned into SQL. */
  totalItems?: number;
}

/** @public */
export interface ScoreHistoryPoint {
  /** ISO 8601, UTC. */
  at: string;
  score?: number;
  level?: string;
  definitionVersion: number;
  threshold: number;
  /** Points of each dimension by name. */
  points: Record<string, number>;
  /** True where it was worked out afterwards, from evidence of that day, for days before the first evaluation. */
  reconstructed: boolean;
}

/** @public */
export interface ScoreHistory {
  items: ScoreHistoryPoint[];
  /** Where the rule changed within the range. */
  definitionChanges: { version: number; at: string; summary: string }[];
}

/** Readiness of a group: each service below it counted once. @public */
export interface TeamScore {
  groupRef: string;
  title: string;
  parentRef?: string;
  /** 0 at the top. */
  depth: number;
  /** Services owned by the group or by any group below it. */
  services: number;
  /** Services among them that have a score. */
  scored: number;
  /** Services at or above the threshold. */
  ready: number;
  /** Mean over the scored services; absent where there is none. */
  score?: number;
  /** Mean value by dimension, with how many services have no data for it. */
  dimensions: Record<string, { value?: number; noData: number }>;
}

/** @public */
export interface TeamScorePage {
  items: TeamScore[];
  nextCursor?: string;
  totalItems?: number;
}

/** @public */
export interface ReadinessSummary {
  services: number;
  /** Services among them that have a score. */
  scored: number;
  ready: number;
  threshold: number;
  /** From the highest level to the lowest, then (`level` absent) those below all levels or without a score. */
  byLevel: { level: string | undefined; services: number }[];
  environment: string;
  evaluatedAt?: string;
}
