export interface Config {
  readiness?: {
    /** Environment that is shown and asked about where a request names none. `production` where absent. */
    defaultEnvironment?: string;
    /** Environments that scores are kept for. The default environment alone where absent. */
    environments?: string[];
    /** Exactly one scorecard, under its name: a lower-case letter, then letters, digits, _ or -. */
    scorecards?: {
      [name: string]: {
        /** 1 to 100 characters. `Production Readiness Score` where absent. */
        title?: string;
        /** Score at or above which promotion is open, 0 to 1. 0.9 where absent. */
        threshold?: number;
        /**
         * Share of each dimension in the score: each above 0, together 1. Dimensions: coverage, slo, evidence, runbooks,
         * chaos_recency, k6_recency, and those under `dimensions`.
         */
        weights: { [dimension: string]: number };
        /** Dimensions beside the built-in ones, each with a weight. */
        dimensions?: {
          [dimension: string]: {
            /** 1 to 100 characters. */
            title: string;
            /**
             * How facts become a value from 0 to 1:
             * `{ function: is-true, fact }`, `{ function: at-least, fact, minimum }`, `{ function: at-most, fact, maximum }`,
             * `{ function: linear, fact, zeroAt, fullAt }`, `{ function: fresh-kinds, kinds }` or
             * `{ function: recency, fact, fullDays, zeroDays, requires?, lastOutcomeFact?, failedCap? }`.
             */
            value: object;
            /** What to do when points are missing, in one sentence. */
            nextStep?: string;
            /** Whether the gate, asked for a commit, needs a fact of just that commit. False where absent. */
            boundToCommit?: boolean;
            /** Words that follow a number in the reasons: `of lines covered`. */
            measure?: string;
            /** Where it is explained; begins with https:// or http://. */
            documentationUrl?: string;
          };
        };
        /** Lowest score of each level, written from the lowest to the highest. bronze 0.5, silver 0.75, gold 0.9 where absent. */
        levels?: { [level: string]: number };
        /** Kinds of evidence that the dimension `evidence` asks for. coverage, tests, load, facts where absent. */
        requiredEvidence?: string[];
        /** Catalog filter predicate: the entities that are scored. `{ kind: component }` where absent. */
        filter?: object;
        /** Catalog filter predicate by dimension: elsewhere the dimension is left out of the score. */
        appliesTo?: { [dimension: string]: object };
      };
    };
  };
}
