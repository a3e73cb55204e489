import { Entity } from '@backstage/catalog-model';
import {
  evaluateFilterPredicate,
  FilterPredicate,
} from '@backstage/filter-predicates';
import {
  EvidenceKind,
  FactReading,
  ItemError,
} from '@maestro-conductor/plugin-evidence-common';
import { matchesFactPattern } from './factNames';
import { itemError } from './itemError';

/** What one identity may push. An empty list allows nothing. */
export interface ProducerRule {
  /** Subject of the credentials: that of an external token as configured, `plugin:…` or `user:default/…`. */
  subject: string;
  /** Normalised entity refs. */
  entities: string[];
  /** Entities besides those listed, in the catalog's filter language. */
  filter?: FilterPredicate;
  kinds: EvidenceKind[];
  /** `''` stands for evidence that is bound to no environment. */
  environments: string[];
  /** Names that a declared facts file (kind `facts`) may hold; see `matchesFactPattern`. */
  facts: string[];
}

/** What a producer wants to say, about whom. */
export interface ProducerClaim {
  entityRef: string;
  entity: Entity;
  /** Undefined as long as the artifact has not been read to find it out. */
  kind?: EvidenceKind;
  environment: string;
  /** Empty as long as the artifact has not been read. */
  readings: FactReading[];
}

/** The rules of one subject. */
export function rulesOf(
  rules: readonly ProducerRule[],
  subject: string,
): ProducerRule[] {
  return rules.filter(rule => rule.subject === subject);
}

/**
 * Whether one of the rules of a producer lets a claim through. Kind, entity, environment and declared facts must be allowed by the
 * same rule: rules never add up to something that none of them says.
 *
 * @returns Undefined where it may, else what to tell the producer.
 */
export function checkClaim(
  rules: readonly ProducerRule[],
  claim: ProducerClaim,
): ItemError | undefined {
  const faults = rules.map(rule => faultUnder(rule, claim));
  if (faults.some(fault => fault === undefined)) {
    return undefined;
  }
  // The rule that came furthest says best what is missing.
  const best = faults
    .filter((fault): fault is Fault => fault !== undefined)
    .sort((a, b) => b.step - a.step)[0];
  const field = best?.field ?? 'entity';
  return itemError(
    'NotAllowed',
    field,
    `${field}: ${
      best?.message ?? 'this identity is no producer.'
    } Ask who runs the portal to extend evidence.producers.`,
  );
}

interface Fault {
  /** How many of the checks before it were passed. */
  step: number;
  field: string;
  message: string;
}

function faultUnder(
  rule: ProducerRule,
  claim: ProducerClaim,
): Fault | undefined {
  if (!speaksFor(rule, claim)) {
    return {
      step: 0,
      field: 'entity',
      message: `this producer may not push for ${claim.entityRef}.`,
    };
  }
  if (claim.kind !== undefined && !rule.kinds.includes(claim.kind)) {
    return {
      step: 1,
      field: 'kind',
      message: `this producer may push ${list(rule.kinds)} for ${
        claim.entityRef
      }, not ${claim.kind}.`,
    };
  }
  if (!rule.environments.includes(claim.environment)) {
    return {
      step: 2,
      field: 'environment',
      message: `this producer may push for ${list(
        rule.environments.map(e => e || '(none)'),
      )}, not for ${claim.environment || 'no environment'}.`,
    };
  }
  const stray = claim.kind === 'facts' && strayFact(rule, claim);
  return stray
    ? {
        step: 3,
        field: `facts.${stray}`,
        message: `this producer may declare ${list(rule.facts)} only.`,
      }
    : undefined;
}

function speaksFor(rule: ProducerRule, claim: ProducerClaim): boolean {
  return (
    rule.entities.includes(claim.entityRef) ||
    (rule.filter !== undefined &&
      evaluateFilterPredicate(rule.filter, claim.entity))
  );
}

function strayFact(
  rule: ProducerRule,
  claim: ProducerClaim,
): string | undefined {
  return claim.readings.find(
    ({ name }) => !matchesFactPattern(name, rule.facts),
  )?.name;
}

function list(words: readonly string[]): string {
  return words.length ? words.join(', ') : 'nothing';
}
