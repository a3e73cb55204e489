import { Change, Fact } from '@maestro-conductor/plugin-evidence-common';
import { createHash } from 'node:crypto';
import request from 'supertest';
import { JUNIT, lcov } from './__testUtils__/artifacts';
import { asSpecified } from './__testUtils__/asSpecified';
import { component } from './__testUtils__/entities';
import {
  COMMIT,
  COVERAGE,
  OTHER_PLUGIN,
  startEvidence,
  USER,
} from './__testUtils__/startEvidence';

describe('the evidence plugin', () => {
  let evidence: Awaited<ReturnType<typeof startEvidence>>;
  const push: typeof evidence.push = options => evidence.push(options);
  const get: typeof evidence.get = (path, as) => evidence.get(path, as);

  beforeEach(async () => {
    evidence = await startEvidence();
  });

  afterEach(async () => {
    await evidence.backend.stop();
  });

  it('takes what CI pushes, tells the facts, and leads back to the bytes', async () => {
    // Facts from the catalog are there before anything was pushed.
    const atFirst = await evidence.facts(
      'entity=gateway&environment=production',
    );
    expect(atFirst.get('catalog.owner.exists')).toMatchObject({
      value: true,
      environment: '',
      source: 'collector:catalog',
    });
    const start = (await get('/v1/changes')).body.next;

    const report = lcov(83, 100);
    const pushed = await push({
      items: [
        COVERAGE,
        { ...COVERAGE, file: 'junit.xml' },
        {
          ...COVERAGE,
          file: 'declared.json',
          observedAt: new Date(Date.now() - 3_600_000).toISOString(),
        },
      ],
      files: {
        'lcov.info': report,
        'junit.xml': JUNIT,
        'declared.json': JSON.stringify({
          facts: { 'policy.coverage': 0.75, 'chaos.passed': true },
        }),
      },
    }).expect(200);
    expect(pushed.body.items).toEqual([
      expect.objectContaining({ index: 0, status: 'created' }),
      expect.objectContaining({ index: 1, status: 'created' }),
      expect.objectContaining({ index: 2, status: 'created' }),
    ]);
    const record = pushed.body.items[0].record;
    expect(record).toMatchObject({
      tenant: 'default',
      entityRef: 'component:default/gateway',
      kind: 'coverage',
      format: 'lcov',
      fileName: 'lcov.info',
      producer: 'external:ci-sample',
      run: '17',
      attempt: 1,
      size: report.length,
      sha256: createHash('sha256').update(report).digest('hex'),
    });

    const now = await evidence.facts('entity=gateway&environment=production');
    expect(now.get('test.coverage.lines')).toMatchObject({
      value: 0.83,
      unit: 'ratio',
      commit: COMMIT,
      source: 'evidence:coverage',
      recordId: record.id,
    });
    expect(now.get('test.failed')?.value).toBe(1);
    const declared = pushed.body.items[2].record;
    expect(now.get('chaos.passed_at')?.value).toBe(declared.observedAt);
    expect(now.get('evidence.coverage.last_observed_at')).toMatchObject({
      value: record.observedAt,
      freshUntil: record.freshUntil,
    });

    const one = await get(`/v1/records/${record.id}`, USER).expect(200);
    expect(one.body.facts.map((fact: Fact) => fact.name)).toEqual([
      'evidence.coverage.last_observed_at',
      'test.coverage.lines',
    ]);
    const list = await get(
      `/v1/records?entity=gateway&kind=tests&commit=${COMMIT}`,
      USER,
    ).expect(200);
    expect(list.body).toMatchObject({
      totalItems: 1,
      items: [{ kind: 'tests' }],
    });

    const raw = await get(`/v1/records/${record.id}/content`, USER).expect(200);
    expect(raw.body.toString()).toBe(report);
    expect(raw.headers).toMatchObject({
      'content-disposition': `attachment; filename="lcov.info"; filename*=UTF-8''lcov.info`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    const inline = await get(
      `/v1/records/${pushed.body.items[1].record.id}/content?disposition=inline`,
      USER,
    ).expect(200);
    expect(inline.headers['content-type']).toBe('text/plain; charset=utf-8');

    const changes = await get(`/v1/changes?after=${start}`).expect(200);
    expect(
      changes.body.items.map(({ type, ref }: Change) => `${type} ${ref}`),
    ).toEqual([
      'facts production',
      `record ${record.id}`,
      expect.stringMatching(/^record /),
      expect.stringMatching(/^record /),
    ]);
    expect(evidence.audits).toHaveBeenCalledWith(
      'success',
      'record-push',
      expect.objectContaining({ created: 3, rejected: 0 }),
    );
    expect(evidence.audits).toHaveBeenCalledWith(
      'success',
      'record-download',
      undefined,
    );
  });

  it('answers the same push again with the same record, and a later run with another', async () => {
    const files = { 'lcov.info': lcov(1, 2) };
    const first = await push({ items: [COVERAGE], files }).expect(200);
    const again = await push({ items: [COVERAGE], files }).expect(200);
    expect(again.body.items[0]).toEqual({
      ...first.body.items[0],
      status: 'existing',
    });
    const later = await push({
      items: [{ ...COVERAGE, run: '18' }],
      files,
    }).expect(200);
    expect(later.body.items[0].status).toBe('created');
    const list = await get('/v1/records?entity=gateway&limit=1').expect(200);
    expect(list.body.totalItems).toBe(2);
    const rest = await get(
      `/v1/records?entity=gateway&limit=1&cursor=${list.body.nextCursor}`,
    ).expect(200);
    expect(rest.body.items[0].id).not.toBe(list.body.items[0].id);
    expect(rest.body.nextCursor).toBeUndefined();
  });

  it('projects an entity that was registered a moment ago before it judges a push', async () => {
    evidence.entities.push(component('billing'));
    await push({
      items: [{ ...COVERAGE, entity: 'billing' }],
      files: { 'lcov.info': lcov(1, 2) },
    })
      .expect(200)
      .expect(({ body }) => expect(body.items[0].status).toBe('created'));
    const found = await evidence.facts('entity=billing&environment=production');
    expect(found.get('catalog.owner.exists')?.value).toBe(true);
  });

  it('gives other plugins the facts of many entities in a compact form', async () => {
    await push({
      items: [COVERAGE],
      files: { 'lcov.info': lcov(80, 100) },
    }).expect(200);
    const sheets = (entityRefs: string[]) =>
      request(evidence.backend.server)
        .post('/api/evidence/v1/facts/sheets')
        .set('Authorization', OTHER_PLUGIN)
        .send({ entityRefs, environment: 'production' })
        .expect(asSpecified);
    const { body } = await sheets(['gateway', 'ledger', 'nobody']).expect(200);
    expect(body.version).toBe(1);
    const found = body.items.find(
      (item: { environment: string }) => item.environment === 'production',
    );
    expect(found).toMatchObject({
      tenant: 'default',
      entityRef: 'component:default/gateway',
    });
    expect(found.sheet.facts).toContainEqual([
      'test.coverage.lines',
      'number',
      0.8,
      'ratio',
      expect.any(Number),
    ]);
    await sheets([]).expect(400);
    await sheets(['a:b:c']).expect(400);
  });

  it('keeps facts of other branches for their commit alone', async () => {
    const branch = 'f'.repeat(40);
    await push({
      items: [
        { ...COVERAGE },
        {
          ...COVERAGE,
          file: 'branch.info',
          commit: branch,
          ref: 'refs/heads/idea',
          defaultBranch: false,
          run: '18',
        },
      ],
      files: { 'lcov.info': lcov(80, 100), 'branch.info': lcov(10, 100) },
    }).expect(200);
    const plain = await evidence.facts('entity=gateway&environment=production');
    expect(plain.get('test.coverage.lines')?.value).toBe(0.8);
    const ofBranch = await evidence.facts(
      `entity=gateway&environment=production&commit=${branch}`,
    );
    expect(ofBranch.get('test.coverage.lines')?.value).toBe(0.1);
  });
});
