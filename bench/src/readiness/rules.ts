import { JsonObject } from '@backstage/types';

/** Facts that are shares from 0 to 1: our name, and the peer's, which knows no dots. */
export const SHARES = {
  'test.coverage.lines': 'coverage',
  'ci.objectives.met_share': 'objectivesMet',
  'ci.build.passed_share': 'buildsPassed',
  'ci.review.share': 'changesReviewed',
  'ci.dependencies.current_share': 'dependenciesCurrent',
  'sbom.components.known_share': 'componentsKnown',
  'scan.findings.fixed_share': 'findingsFixed',
} as const;

/** Our name of each share. */
export const SHARE_NAMES = Object.keys(SHARES) as (keyof typeof SHARES)[];
/** The peer's name of each share. */
export const PEER_SHARE_NAMES = Object.values(SHARES);

const DAY_MS = 24 * 60 * 60 * 1000;
const CHAOS_DAYS = 14;
const LOWEST = 0.5;

/** Shares that differ from entity to entity and from fact to fact: 0.1 to 0.999. */
function share(entity: number, fact: number): number {
  return (100 + ((entity * 37 + fact * 101) % 900)) / 1000;
}

/** The ten facts of an entity as they are pushed: seven shares, two outcomes, one time. */
export function factsOf(entity: number, now: Date): JsonObject {
  const shares = SHARE_NAMES.map((name, fact) => [name, share(entity, fact)]);
  return {
    ...Object.fromEntries(shares),
    'load.passed': entity % 3 !== 0,
    'chaos.passed': entity % 4 !== 0,
    'chaos.passed_at': new Date(
      now.getTime() - (entity % 40) * DAY_MS,
    ).toISOString(),
  };
}

/** The same ten facts as the peer's retriever brings them. It has no notion of age, so the age is a fact. */
export function peerFactsOf(entity: number): Record<string, number | boolean> {
  const shares = PEER_SHARE_NAMES.map((name, fact) => [
    name,
    share(entity, fact),
  ]);
  return {
    ...Object.fromEntries(shares),
    loadPassed: entity % 3 !== 0,
    chaosPassed: entity % 4 !== 0,
    chaosAgeDays: entity % 40,
  };
}

function custom(title: string, value: JsonObject): JsonObject {
  return { title, value, nextStep: 'Look at the pipeline.' };
}

/** The scorecard over them: nine dimensions. */
export const SCORECARD: JsonObject = {
  weights: {
    coverage: 0.2,
    objectives: 0.2,
    chaos_recency: 0.1,
    builds: 0.1,
    reviews: 0.1,
    dependencies: 0.1,
    components: 0.1,
    findings: 0.05,
    load: 0.05,
  },
  dimensions: {
    objectives: custom('Objectives met', linear('ci.objectives.met_share')),
    builds: custom('Builds passed', linear('ci.build.passed_share')),
    reviews: custom('Changes reviewed', linear('ci.review.share')),
    dependencies: custom(
      'Dependencies current',
      linear('ci.dependencies.current_share'),
    ),
    components: custom('Components known', {
      function: 'at-least',
      fact: 'sbom.components.known_share',
      minimum: LOWEST,
    }),
    findings: custom('Findings fixed', {
      function: 'at-least',
      fact: 'scan.findings.fixed_share',
      minimum: LOWEST,
    }),
    load: custom('Load test', { function: 'is-true', fact: 'load.passed' }),
  },
};

function linear(fact: string): JsonObject {
  return { function: 'linear', fact, zeroAt: 0, fullAt: 1 };
}

/** Id of the peer's fact retriever. */
export const PEER_RETRIEVER = 'bench';

function check(name: string, conditions: JsonObject[]): JsonObject {
  return {
    type: 'json-rules-engine',
    name,
    description: `Whether the service does well in ${name}.`,
    factIds: [PEER_RETRIEVER],
    rule: { conditions: { all: conditions } },
  };
}

/** The peer's nine checks, as its configuration takes them. */
export const PEER_CHECKS: JsonObject = {
  ...Object.fromEntries(
    PEER_SHARE_NAMES.map(fact => [
      fact,
      check(fact, [{ fact, operator: 'greaterThanInclusive', value: LOWEST }]),
    ]),
  ),
  load: check('load', [{ fact: 'loadPassed', operator: 'equal', value: true }]),
  chaos: check('chaos', [
    { fact: 'chaosPassed', operator: 'equal', value: true },
    {
      fact: 'chaosAgeDays',
      operator: 'lessThanInclusive',
      value: CHAOS_DAYS,
    },
  ]),
};
