import { Fact } from '@maestro-conductor/plugin-evidence-common';

/** A fact with its place in the order of writing. */
export interface SequencedFact {
  fact: Fact;
  seq: number;
}

/**
 * Picks one fact per entity and name out of all that might answer a read, by this order of preference:
 *
 * 1. of the commit asked for, on any branch, before the default branch's latest;
 * 2. of the environment asked for, before bound to none;
 * 3. the greatest (observedAt, seq).
 */
export function selectFacts(
  candidates: Iterable<SequencedFact>,
  request: { environment: string; commit?: string },
): SequencedFact[] {
  const best = new Map<string, SequencedFact>();
  for (const candidate of candidates) {
    if (!answers(candidate.fact, request)) {
      continue;
    }
    const key = `${candidate.fact.entityRef}\n${candidate.fact.name}`;
    const current = best.get(key);
    if (!current || prefer(candidate, current, request) < 0) {
      best.set(key, candidate);
    }
  }
  return [...best.values()].sort(
    (a, b) =>
      compare(a.fact.entityRef, b.fact.entityRef) ||
      compare(a.fact.name, b.fact.name),
  );
}

function answers(
  fact: Fact,
  request: { environment: string; commit?: string },
): boolean {
  const rightPlace =
    fact.environment === request.environment || fact.environment === '';
  return rightPlace && (fact.defaultBranch || ofCommit(fact, request.commit));
}

function ofCommit(fact: Fact, commit: string | undefined): boolean {
  return Boolean(commit) && fact.commit === commit;
}

function prefer(
  a: SequencedFact,
  b: SequencedFact,
  request: { environment: string; commit?: string },
): number {
  const rank = ({ fact }: SequencedFact) =>
    (ofCommit(fact, request.commit) ? 2 : 0) +
    (fact.environment === request.environment ? 1 : 0);
  return (
    rank(b) - rank(a) ||
    compare(b.fact.observedAt, a.fact.observedAt) ||
    b.seq - a.seq
  );
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
