import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import evidencePlugin from '@maestro-conductor/plugin-evidence-backend';
import evidenceModuleCatalog from '@maestro-conductor/plugin-evidence-backend-module-catalog';
import evidenceModuleCi from '@maestro-conductor/plugin-evidence-backend-module-ci';
import request from 'supertest';
import readinessPlugin from '.';
import { component, daysBefore, group } from './__testUtils__/samples';

jest.setTimeout(60_000);
const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const ci = mockCredentials.service.header({
  onBehalfOf: mockCredentials.service('external:ci-sample'),
  targetPluginId: 'evidence',
});
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

const WEIGHTS = {
  coverage: 0.4,
  slo: 0.3,
  runbooks: 0.2,
  chaos_recency: 0.1,
};

async function start() {
  const gateway = component('gateway');
  const entities = [
    group('edge-team'),
    {
      ...gateway,
      metadata: {
        ...gateway.metadata,
        annotations: {
          'maestro-conductor.dev/runbook': 'https://docs.example.com/gateway',
        },
      },
    },
  ];
  const { server } = await startTestBackend({
    features: [
      evidencePlugin,
      evidenceModuleCatalog,
      evidenceModuleCi,
      readinessPlugin,
      schedulerServiceFactory,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          evidence: {
            producers: [
              {
                subject: 'external:ci-sample',
                entities: ['gateway'],
                kinds: ['coverage', 'tests', 'load', 'facts'],
                environments: ['production'],
                facts: ['slo.*', 'chaos.*', 'repo.runbook.changed_at'],
              },
            ],
          },
          readiness: { scorecards: { prs: { weights: WEIGHTS } } },
        },
      }),
    ],
  });
  const push = async (
    files: Record<string, string>,
    observedAt: string,
    run: string,
  ) => {
    const items = Object.keys(files).map(file => ({
      file,
      entity: 'gateway',
      environment: 'production',
      commit: COMMIT,
      run,
      observedAt,
    }));
    const sent = request(server)
      .post('/api/evidence/v1/records')
      .set('authorization', ci)
      .field('manifest', JSON.stringify(items));
    for (const [name, content] of Object.entries(files)) {
      sent.attach(name, Buffer.from(content), name);
    }
    const { body } = await sent;
    return body.items.map((item: { status: string }) => item.status);
  };
  const authorization = mockCredentials.service.header();
  const get = (path: string) =>
    request(server)
      .get(`/api/readiness${path}`)
      .set('authorization', authorization);
  const gate = (body: object) =>
    request(server)
      .post('/api/readiness/v1/gate')
      .set('authorization', authorization)
      .send(body);
  return { push, get, gate };
}

async function until(ask: () => Promise<boolean>) {
  const deadline = Date.now() + 10_000;
  while (!(await ask())) {
    if (Date.now() > deadline) throw new Error('Still not after 10 s');
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

describe('readiness on real evidence', () => {
  it('pushes and asks in one pipeline, and finds the score, its history and its evidence', async () => {
    const { push, get, gate } = await start();
    const scored = async () => (await get('/v1/scores')).body.items[0];
    await until(async () => (await scored())?.score === 0);

    const declared = (adherence: number) =>
      JSON.stringify({
        facts: {
          'slo.adherence': adherence,
          'chaos.passed': true,
          'repo.runbook.changed_at': daysBefore(30, new Date()),
        },
      });
    const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
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
        { code: 'partial', dimension: 'coverage' },
      ],
    });

    // 0.75 × 0.4 + 0.3 + 0.2 + 0.1 is 0.9: at the threshold.
    const better = { 'lcov.info': lcov(60, 100) };
    await expect(push(better, ago(1000), '2')).resolves.toEqual(['created']);
    const pushed = Date.now();
    const passed = await gate({ entity: 'gateway', commit: COMMIT });
    expect(passed.body).toMatchObject({ decision: 'pass', blockers: [] });
    await until(async () => (await scored()).score > 0.89);
    expect(Date.now() - pushed).toBeLessThan(2500);
    const coverage = (await scored()).dimensions[0];
    expect(coverage.facts[0]).toMatchObject({
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
        daysBefore(3, new Date()),
        '0',
      ),
    ).resolves.toEqual(['created', 'created']);
    const history = async () =>
      (await get('/v1/scores/history?entity=gateway')).body.items;
    await until(async () =>
      (
        await history()
      ).some((p: { reconstructed: boolean }) => p.reconstructed),
    );
    const points = await history();
    const before = points.filter(
      (p: { reconstructed: boolean }) => p.reconstructed,
    );
    expect(before).toHaveLength(3);
    expect(before[0].points.coverage).toBeCloseTo(20, 9);
    expect(before[0].points.slo).toBeCloseTo(15, 9);
    expect(points.at(-1).score).toBeCloseTo(0.9, 12);
  });
});
