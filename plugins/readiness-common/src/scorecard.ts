import { JsonObject } from '@backstage/types';

/**
 * How a fact becomes a value between 0 and 1. Discriminated by `function`.
 *
 * - `linear`: 0 at `zeroAt`, 1 at `fullAt`, straight between, clamped outside.
 * - `recency`: 1 up to `fullDays` after the timestamp in `fact`, straight to 0 at `zeroDays`. Where `lastOutcomeFact` (boolean)
 *   is false, at most `failedCap`. Where `requires` names a boolean fact, that must be true first.
 * - `fresh-kinds`: the share of the evidence kinds in `kinds` that are there and fresh.
 * - `is-true`: 1 where the boolean `fact` is true, 0 where it is false.
 * - `at-least`, `at-most`: 1 where the number in `fact` is at the limit or on its good side, 0 elsewhere.
 *
 * @public
 */
export type ValueFunction =
  | { function: 'linear'; fact: string; zeroAt: number; fullAt: number }
  | {
      function: 'recency';
      fact: string;
      fullDays: number;
      zeroDays: number;
      requires?: string;
      lastOutcomeFact?: string;
      failedCap?: number;
    }
  | { function: 'fresh-kinds'; kinds: string[] }
  | { function: 'is-true'; fact: string }
  | { function: 'at-least'; fact: string; minimum: number }
  | { function: 'at-most'; fact: string; maximum: number };

/** @public */
export interface DimensionDefinition {
  /** Name used in the weights, for example `coverage`. */
  name: string;
  title: string;
  /** Share of the score, greater than 0; the weights of a scorecard sum to 1. */
  weight: number;
  value: ValueFunction;
  /** Whether the gate, asked for a commit, needs a fact of just that commit. */
  boundToCommit: boolean;
  /** What a number of it says, in the words that follow the number: `of lines covered`. Only the reasons use it. */
  measure?: string;
  /** What to do when points are missing, in one sentence. */
  nextStep: string;
  /** Where it is explained. */
  documentationUrl?: string;
  /** Catalog filter predicate: the entities the dimension applies to, all of the scorecard's where absent. */
  appliesTo?: JsonObject;
}

/** @public */
export interface LevelDefinition {
  name: string;
  /** Lowest score of the level, 0 to 1. */
  minimum: number;
}

/** @public */
export interface ScorecardDefinition {
  /** `prs` for the production readiness score. */
  name: string;
  title: string;
  /** Counted up by one whenever the rule changes; better wording is no new version. */
  version: number;
  /** SHA-256 of the rule: what decides scores and levels, without titles and advice. */
  digest: string;
  /** Score at or above which promotion is open, 0 to 1. */
  threshold: number;
  /** From the lowest to the highest. */
  levels: LevelDefinition[];
  dimensions: DimensionDefinition[];
  /** Catalog filter predicate: the entities the scorecard is for. */
  filter?: JsonObject;
}
