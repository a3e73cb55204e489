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
         * chaos_recency, k6_recency.
         */
        weights: { [dimension: string]: number };
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
