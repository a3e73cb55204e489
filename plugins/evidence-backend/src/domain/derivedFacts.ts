import {
  EvidenceKind,
  FactReading,
  lastObservedFact,
} from '@maestro-conductor/plugin-evidence-common';

/** A boolean that is true also tells when it last was. */
const PASSED_AT: ReadonlyMap<string, string> = new Map([
  ['load.passed', 'load.passed_at'],
  ['chaos.passed', 'chaos.passed_at'],
]);

/**
 * Adds what follows from an artifact besides what it says: when evidence of its kind was last observed, and when a run last passed.
 * What the artifact states itself is left as it is.
 *
 * @returns The readings sorted by name, so that whoever writes them takes their rows in one order.
 */
export function withDerivedFacts(
  readings: FactReading[],
  evidence: { kind: EvidenceKind; observedAt: Date },
): FactReading[] {
  const observedAt = evidence.observedAt.toISOString();
  const byName = new Map(readings.map(reading => [reading.name, reading]));
  for (const [passed, passedAt] of PASSED_AT) {
    if (byName.get(passed)?.value === true && !byName.has(passedAt)) {
      byName.set(passedAt, timestamp(passedAt, observedAt));
    }
  }
  const lastObserved = lastObservedFact(evidence.kind);
  byName.set(lastObserved, timestamp(lastObserved, observedAt));
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function timestamp(name: string, value: string): FactReading {
  return { name, type: 'timestamp', value };
}
