import { FactUsed } from '@maestro-conductor/plugin-readiness-common';

/** Where facts come from: one evidence record, or a collector. */
export interface EvidenceSource {
  /** `coverage report`, `catalog`. */
  label: string;
  /** Evidence record it leads back to; absent where a collector says so. */
  recordId?: string;
  /** ISO 8601: the latest of its facts. */
  observedAt?: string;
}

/** By the kind of evidence; a kind that is not here is named as it is. */
const KIND_LABELS: Readonly<Record<string, string>> = {
  coverage: 'coverage report',
  tests: 'test report',
  load: 'load test',
  chaos: 'chaos experiment',
  facts: 'declared facts',
};

function labelOf(source: string): string {
  const [origin, ...rest] = source.split(':');
  const name = rest.join(':');
  if (!name) return source;
  return origin === 'evidence' ? KIND_LABELS[name] ?? name : name;
}

/** The sources behind facts, each once, in the order of the facts; facts without a source are left out. */
export function evidenceSources(facts: readonly FactUsed[]): EvidenceSource[] {
  const byKey = new Map<string, EvidenceSource>();
  for (const { source, recordId, observedAt } of facts) {
    if (!source) continue;
    const key = recordId ?? source;
    const known = byKey.get(key);
    if (!known) {
      byKey.set(key, { label: labelOf(source), recordId, observedAt });
    } else if (observedAt && observedAt > (known.observedAt ?? '')) {
      known.observedAt = observedAt;
    }
  }
  return [...byKey.values()];
}
