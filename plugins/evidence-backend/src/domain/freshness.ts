import { HumanDuration } from '@backstage/types';
import { EvidenceKind, Fact } from '@maestro-conductor/plugin-evidence-common';
import { Duration } from 'luxon';

/** How long evidence of a kind counts as fresh after it was observed; undefined where it does not age. */
export const KIND_FRESHNESS: Record<EvidenceKind, HumanDuration | undefined> = {
  coverage: { days: 30 },
  tests: { days: 30 },
  load: { days: 60 },
  chaos: { days: 60 },
  facts: { days: 30 },
  sbom: { days: 30 },
  scan: { days: 14 },
  attestation: { days: 90 },
  'policy-decision': { days: 30 },
  deployment: undefined,
  cost: { days: 7 },
};

/**
 * Facts that age by their own clock instead of their evidence's. `from: 'value'` counts from the moment the value tells of. A recency
 * fact does not turn stale before the function that scores it has reached 0.
 */
export const FACT_FRESHNESS: Record<string, FactFreshness> = {
  'load.passed': { duration: { days: 60 }, from: 'observedAt' },
  'load.passed_at': { duration: { days: 60 }, from: 'observedAt' },
  'chaos.passed': { duration: { days: 60 }, from: 'observedAt' },
  'chaos.passed_at': { duration: { days: 60 }, from: 'observedAt' },
  'repo.runbook.changed_at': { duration: { days: 360 }, from: 'value' },
};

export interface FactFreshness {
  duration: HumanDuration;
  from: 'observedAt' | 'value';
}

/** The tables above with what configuration overrides. */
export interface FreshnessRules {
  kinds: Record<EvidenceKind, HumanDuration | undefined>;
  facts: Record<string, FactFreshness>;
}

/** Lays configured durations over the defaults; a configured fact keeps the clock it has by default. */
export function freshnessRules(
  overrides: {
    kinds?: Partial<Record<EvidenceKind, HumanDuration>>;
    facts?: Record<string, HumanDuration>;
  } = {},
): FreshnessRules {
  const facts = { ...FACT_FRESHNESS };
  for (const [name, duration] of Object.entries(overrides.facts ?? {})) {
    facts[name] = { duration, from: facts[name]?.from ?? 'observedAt' };
  }
  return { kinds: { ...KIND_FRESHNESS, ...overrides.kinds }, facts };
}

/** Until when evidence of a kind is fresh, or undefined where it does not age. */
export function evidenceFreshUntil(
  rules: FreshnessRules,
  evidence: { kind: EvidenceKind; observedAt: Date },
): Date | undefined {
  return after(evidence.observedAt, rules.kinds[evidence.kind]);
}

/** Until when a fact is fresh: by its own rule, else as long as the evidence of its kind. */
export function factFreshUntil(
  rules: FreshnessRules,
  fact: Pick<Fact, 'name' | 'type' | 'value'> & {
    kind: EvidenceKind;
    observedAt: Date;
  },
): Date | undefined {
  const own = Object.hasOwn(rules.facts, fact.name)
    ? rules.facts[fact.name]
    : undefined;
  if (!own) {
    return evidenceFreshUntil(rules, fact);
  }
  const start =
    own.from === 'value' && fact.type === 'timestamp'
      ? new Date(String(fact.value))
      : fact.observedAt;
  return after(start, own.duration);
}

function after(
  start: Date,
  duration: HumanDuration | undefined,
): Date | undefined {
  if (!duration) {
    return undefined;
  }
  // By the clock, not by the calendar: a day is 24 hours, in every time zone.
  return new Date(start.getTime() + Duration.fromObject(duration).toMillis());
}
