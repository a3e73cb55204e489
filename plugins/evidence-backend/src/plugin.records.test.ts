import {
  EvidenceRecord,
  RecordFacets,
} from '@maestro-conductor/plugin-evidence-common';
import { JUNIT, lcov } from './__testUtils__/artifacts';
import {
  COMMIT,
  COVERAGE,
  startEvidence,
  USER,
} from './__testUtils__/startEvidence';

describe('records over HTTP', () => {
  let evidence: Awaited<ReturnType<typeof startEvidence>>;

  beforeAll(async () => {
    evidence = await startEvidence({
      retention: { tests: { milliseconds: 1 } },
    });
    await evidence
      .push({
        items: [
          COVERAGE,
          { ...COVERAGE, file: 'junit.xml', run: '18' },
          {
            ...COVERAGE,
            file: 'staging.info',
            environment: 'staging',
            ref: 'refs/heads/idea+1',
            defaultBranch: false,
          },
        ],
        files: {
          'lcov.info': lcov(83, 100),
          'junit.xml': JUNIT,
          'staging.info': lcov(1, 2),
        },
      })
      .expect(200);
  });

  afterAll(() => evidence.backend.stop());

  async function names(query: string): Promise<string[]> {
    const { body } = await evidence
      .get(`/v1/records?entity=gateway&${query}`, USER)
      .expect(200);
    return body.items.map(({ fileName }: EvidenceRecord) => fileName).sort();
  }

  it.each([
    ['kind=tests', ['junit.xml']],
    [
      'kind=tests&kind=coverage&environment=production',
      ['junit.xml', 'lcov.info'],
    ],
    ['environment=staging&environment=', ['staging.info']],
    ['environment=', []],
    ['producer=external:ci-sample&kind=tests', ['junit.xml']],
    ['branch=refs/heads/idea%2B1', ['staging.info']],
    ['freshness=fresh&search=JUNIT', ['junit.xml']],
    ['freshness=stale', []],
    ['search=18', ['junit.xml']],
    [`search=${COMMIT.slice(0, 8)}&kind=tests`, ['junit.xml']],
    ['search=', ['junit.xml', 'lcov.info', 'staging.info']],
    ['from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00%2B01:00', []],
    ['from=2020-01-01T00:00:00Z', ['junit.xml', 'lcov.info', 'staging.info']],
  ])('filters by %s', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it.each([
    'kind=selfie',
    // What the description does not know is refused, not ignored.
    'run=18',
    'freshness=new',
    'from=yesterday',
    'from=2020-01-02T00:00:00Z&to=2020-01-01T00:00:00Z',
    `search=${'x'.repeat(201)}`,
    Array.from({ length: 21 }, (_, index) => `branch=b${index}`).join('&'),
  ])('refuses %.40s', async query => {
    const { status } = await evidence.get(
      `/v1/records?entity=gateway&${query}`,
    );
    expect(status).toBe(400);
  });

  it('offers what there is to filter by', async () => {
    const { body } = await evidence
      .get('/v1/records/facets?entity=gateway', USER)
      .expect(200);
    const facets: RecordFacets = body;
    expect(facets).toEqual({
      totalItems: 3,
      kinds: [
        { value: 'coverage', count: 2 },
        { value: 'tests', count: 1 },
      ],
      environments: [
        { value: 'production', count: 2 },
        { value: 'staging', count: 1 },
      ],
      producers: [{ value: 'external:ci-sample', count: 3 }],
      branches: [
        { value: 'refs/heads/main', count: 2 },
        { value: 'refs/heads/idea+1', count: 1 },
      ],
    });
    await evidence.get('/v1/records/facets?entity=nothing', USER).expect(404);
  });

  it('answers 410 for bytes that are no longer kept, and goes on telling the rest', async () => {
    const list = await evidence.get('/v1/records?entity=gateway&kind=tests');
    const { id, sha256 } = list.body.items[0];
    const content = `/v1/records/${id}/content`;
    await evidence.get(content, USER).expect(200);

    await evidence.scheduler.triggerTask('evidence-retention');

    const gone = await evidence.get(content, USER).expect(410);
    expect(gone.body.error).toMatchObject({
      name: 'ContentGoneError',
      message: expect.stringMatching(
        /^The bytes of record .* are no longer kept since 20.*Z; the record, its hash and its facts are\.$/,
      ),
    });
    const { body } = await evidence.get(`/v1/records/${id}`, USER).expect(200);
    expect(body).toMatchObject({
      sha256,
      contentRemovedAt: expect.any(String),
    });
    expect(body.facts.length).toBeGreaterThan(3);
    const others = await evidence.get(
      '/v1/records?entity=gateway&kind=coverage',
    );
    for (const other of others.body.items) {
      expect(other.contentRemovedAt).toBeUndefined();
      await evidence.get(`/v1/records/${other.id}/content`).expect(200);
    }
  });
});
