import {
  EvidenceRecord,
  Fact,
  RecordFacets,
} from '@maestro-conductor/plugin-evidence-common';

/** A record of a plainly fictional service. */
export function sampleRecord(
  overrides: Partial<EvidenceRecord> = {},
): EvidenceRecord {
  return {
    id: 'record-1',
    tenant: 'default',
    entityRef: 'component:default/gateway',
    kind: 'coverage',
    format: 'lcov',
    mediaType: 'text/plain',
    fileName: 'lcov.info',
    sha256: 'ab'.repeat(32),
    size: 2048,
    producer: 'external:ci-sample',
    environment: 'production',
    commit: '3f1c9a2b7d',
    ref: 'refs/heads/main',
    defaultBranch: true,
    run: '118',
    attempt: 1,
    runUrl: 'https://ci.example.org/runs/118',
    observedAt: '2020-03-01T10:00:00Z',
    receivedAt: '2020-03-01T10:01:00Z',
    freshUntil: '2020-03-31T10:00:00Z',
    ...overrides,
  };
}

/** A fact of that service. */
export function sampleFact(overrides: Partial<Fact> = {}): Fact {
  return {
    name: 'test.coverage.lines',
    type: 'number',
    value: 0.825,
    unit: 'ratio',
    tenant: 'default',
    entityRef: 'component:default/gateway',
    environment: 'production',
    commit: '3f1c9a2b7d',
    ref: 'refs/heads/main',
    defaultBranch: true,
    observedAt: '2020-03-01T10:00:00Z',
    source: 'evidence:coverage',
    recordId: 'record-1',
    ...overrides,
  };
}

/** What the records of that service can be filtered by. */
export function sampleFacets(): RecordFacets {
  return {
    totalItems: 40,
    kinds: [
      { value: 'coverage', count: 30 },
      { value: 'load', count: 10 },
    ],
    environments: [
      { value: 'production', count: 25 },
      { value: '', count: 10 },
      { value: 'staging', count: 5 },
    ],
    producers: [{ value: 'external:ci-sample', count: 40 }],
    branches: [{ value: 'refs/heads/main', count: 40 }],
  };
}
