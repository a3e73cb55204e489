import { COMMIT, startReplica } from './__testUtils__/startReplica';
import { until } from './__testUtils__/until';

jest.setTimeout(60_000);
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
const DAY_MS = 86_400_000;

const lcov = (hit: number, found: number) =>
  [
    'SF:src/index.ts',
    ...Array.from(
      { length: found },
      (_, i) => `DA:${i + 1},${i < hit ? 1 : 0}`,
    ),
    `LF:${found}`,
    `LH:${hit}`,
    'end_of_record',
    '',
  ].join('\n');

const declared = (coverage: number) =>
  JSON.stringify({
    facts: {
      'policy.coverage': coverage,
      'chaos.passed': true,
      'repo.runbook.changed_at': ago(30 * DAY_MS),
    },
  });

describe('readiness on real evidence', () => {
  it('pushes and asks in one pipeline, and finds the score, its history and its evidence', async () => {
    const { push, get, gate, listedScore } = await startReplica();

    // The catalog has told of the service, and nothing was measured: that is no score, not 0.
    const listed = async () => (await get('/v1/scores')).body;
    const { items } = await until(listed, body => body.totalItems === 1);
    expect(items[0]).not.toHaveProperty('score');
    const early = await gate({ entity: 'gateway' });
    expect(early.body).toMatchObject({
      decision: 'cannot-evaluate',
      blockers: [{ code: 'no-data' }],
    });

    const first = { 'lcov.info': lcov(50, 100), 'facts.json': declared(1) };
    await expect(push(first, ago(2000), '1')).resolves.toEqual([
      'created',
      'created',
    ]);

    // At once, before any task has run: 0.625 × 0.4 + 0.3 + 0.2 + 0.1.
    const refused = await gate({ entity: 'gateway', commit: COMMIT });
    expect(refused.body).toMatchObject({
      decision: 'fail',
      blockers: [
        {
          code: 'below-threshold',
          message: 'The score 0.85 is below the threshold 0.90.',
        },
        {
          code: 'partial',
          dimension: 'coverage',
          message:
            'Test coverage: 50 % of lines covered; all points from 80 %.',
        },
      ],
    });

    // 0.75 × 0.4 + 0.3 + 0.2 + 0.1 is 0.9: at the threshold.
    const better = { 'lcov.info': lcov(60, 100) };
    await expect(push(better, ago(1000), '2')).resolves.toEqual(['created']);
    const pushed = Date.now();
    const passed = await gate({ entity: 'gateway', commit: COMMIT });
    expect(passed.body).toMatchObject({ decision: 'pass', blockers: [] });
    await until(listedScore, score => score !== undefined && score > 0.89);
    expect(Date.now() - pushed).toBeLessThan(2500);
    const { body } = await get('/v1/scores/by-entity?entity=gateway');
    expect(body.dimensions[0].facts[0]).toMatchObject({
      name: 'test.coverage.lines',
      value: 0.6,
      commit: COMMIT,
      recordId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });

    const unknown = await gate({ entity: 'gateway', commit: 'abcdef0' });
    expect(unknown.body.decision).toBe('cannot-evaluate');

    // Evidence of earlier days comes in late: those days are worked out afterwards, what was measured stays.
    await expect(
      push(
        { 'lcov.info': lcov(40, 100), 'facts.json': declared(0.5) },
        ago(3 * DAY_MS),
        '0',
      ),
    ).resolves.toEqual(['created', 'created']);
    const points = await until(
      async (): Promise<
        { reconstructed: boolean; points: Record<string, number> }[]
      > => (await get('/v1/scores/history?entity=gateway')).body.items,
      all => all.some(({ reconstructed }) => reconstructed),
    );
    const before = points.filter(({ reconstructed }) => reconstructed);
    expect(before).toHaveLength(3);
    expect(before[0].points.coverage).toBeCloseTo(20, 9);
    expect(before[0].points.policy).toBeCloseTo(15, 9);
    expect(points.at(-1)).toMatchObject({
      score: expect.closeTo(0.9, 12),
      reconstructed: false,
    });
  });
});
