import { ScorecardDefinition } from './scorecard';

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
  /** value × weight × 100, unrounded. Where some dimension does not apply these sum to less than score × 100. */
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

/**
 * What an answer about many entities holds only where it is asked to: the facts behind each dimension are two thirds of its bytes.
 *
 * @public
 */
export const SCORE_PARTS = ['facts'] as const;

/** @public */
export type ScorePart = (typeof SCORE_PARTS)[number];

/** Asks for the kept scores of some entities. @public */
export interface EntityScoresRequest {
  /** Refs or names of components, 1 to 1,000. */
  entities: string[];
  /** The default one where absent. */
  environment?: string;
  /** None where absent. */
  include?: ScorePart[];
}

/** A dimension of a ScoreResult; `facts` are there where they were asked for. @public */
export interface DimensionResult
  extends Pick<
      DimensionScore,
      'name' | 'verdict' | 'value' | 'weight' | 'points' | 'reason'
    >,
    Partial<Pick<DimensionScore, 'facts'>> {}

/** A score without the words that it shares with others: those are in the definition of its `definitionVersion`. @public */
export interface ScoreResult extends Omit<Score, 'dimensions'> {
  dimensions: DimensionResult[];
}

/** The kept scores of some entities. @public */
export interface EntityScores {
  /** In the order asked. */
  items: ScoreResult[];
  /** The versions that judged the items, by version: titles, advice and levels, each once. */
  definitions: ScorecardDefinition[];
  /** Refs of entities that do not exist, that the reader may not see, or whose score was not kept yet. */
  missing: string[];
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
  /** Verdict of each dimension by name; absent in points that were kept before verdicts were. */
  verdicts?: Record<string, Verdict>;
  /** True where it was worked out afterwards, from evidence of that day, for days before the first evaluation. */
  reconstructed: boolean;
}

/** @public */
export interface ScoreHistory {
  items: ScoreHistoryPoint[];
  /** Where the rule changed within the range. */
  definitionChanges: { version: number; at: string; summary: string }[];
}

/**
 * Readiness of a group: each service below it counted once.
 *
 * A list of teams ends with one row whose `groupRef` is empty where there are services that belong to none of its groups: they
 * have no owner, one that does not exist, or one that is a person. So every visible service is in some row.
 *
 * @public
 */
export interface TeamScore {
  /** `''` in the row of the services without an owner. */
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

/**
 * Narrows a list of scores. Several values of one field mean any of them; several fields mean all of them.
 *
 * @public
 */
export interface ScoreFilter {
  /** Group or user refs; services of groups that lie in a named group are included. `none` is those that no group owns. */
  owner?: string[];
  /** System refs. */
  system?: string[];
  lifecycle?: string[];
  /** Tags of the entity. */
  tag?: string[];
  /** Names of levels; `none` is those below all levels or without a score. */
  level?: string[];
  /** Verdicts, of the dimension named in `dimension`, else of any dimension. */
  verdict?: Verdict[];
  /** Name of one dimension; only together with `verdict`. */
  dimension?: string;
  /** Part of the title or the name. */
  search?: string;
}

/** A value that a list can be filtered by, with how many services have it. @public */
export interface ScoreFacet {
  value: string;
  /** For people: the title of an owner or a system, else the value. */
  title: string;
  services: number;
}

/**
 * What a list of scores can be filtered by, over the services that the reader may see: at most 200 values each, the most
 * frequent first.
 *
 * @public
 */
export interface ScoreFacets {
  system: ScoreFacet[];
  lifecycle: ScoreFacet[];
  tag: ScoreFacet[];
  /** From the highest level to the lowest, then `none`. */
  level: ScoreFacet[];
  /** How many services have the verdict in at least one dimension. */
  verdict: ScoreFacet[];
}

/**
 * Why the points of a dimension moved: newer evidence, the same evidence grown older, another rule, or that the dimension began or ceased to
 * apply. `unknown` where the history does not say.
 *
 * @public
 */
export const SCORE_CHANGE_CAUSES = [
  'evidence',
  'age',
  'rule',
  'applies',
  'unknown',
] as const;

/** @public */
export type ScoreChangeCause = (typeof SCORE_CHANGE_CAUSES)[number];

/**
 * One dimension then and now. Points are here what the dimension adds to the score, in hundredths: weight × value ÷ Σ weights of the
 * dimensions that apply × 100. So the changes of all dimensions sum to the difference of the scores × 100, also where a dimension
 * began or ceased to apply or weights changed. Where all dimensions apply they are the points of `DimensionScore`.
 *
 * @public
 */
export interface DimensionChange {
  name: string;
  title: string;
  /** 0 to 100; absent where the dimension did not apply, or was not part of the scorecard. */
  pointsBefore?: number;
  pointsAfter?: number;
  /** pointsAfter − pointsBefore, an absent one counting 0. */
  change: number;
  verdictBefore?: Verdict;
  verdictAfter?: Verdict;
  /** Absent where nothing moved. */
  cause?: ScoreChangeCause;
  /** Why it stands where it stands now, as in the score. */
  reason?: string;
  nextStep?: string;
  /** The facts behind it now, newest evidence first. */
  facts: FactUsed[];
}

/**
 * What changed since a moment, item by item. Where there is no `before` nothing can be compared: the items then say what stands now, with
 * the cause `unknown`.
 *
 * @public
 */
export interface ScoreChanges {
  entityRef: string;
  environment: string;
  /** ISO 8601, UTC: the moment asked for. */
  since: string;
  /** The last score at or before `since`; absent where there was none. */
  before?: ScoreHistoryPoint;
  after: ScoreHistoryPoint;
  /** after − before, where both have a score. */
  change?: number;
  /** Those that moved, the greatest move first; then the others in the scorecard's order. */
  items: DimensionChange[];
  /** Where the rule changed in between. */
  definitionChanges: ScoreHistory['definitionChanges'];
}

/** How a recomputation of all scores of an environment went. @public */
export interface EvaluationResult {
  environment: string;
  /** Entities that were evaluated and whose scores were stored. */
  evaluated: number;
  /** Those among them whose score, verdicts or reasons differ from before. */
  changed: number;
  /** ISO 8601, UTC. */
  startedAt: string;
  finishedAt: string;
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
