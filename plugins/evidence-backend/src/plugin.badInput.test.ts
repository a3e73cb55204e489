import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { RecordResult } from '@maestro-conductor/plugin-evidence-common';
import { JUNIT, lcov } from './__testUtils__/artifacts';
import {
  CI,
  COVERAGE,
  OTHER_USER,
  startEvidence,
  STRANGER,
  USER,
} from './__testUtils__/startEvidence';

// Of the right form, with an id that no database should be asked for.
const FOREIGN_CURSOR = Buffer.from(
  JSON.stringify({ at: '2026-01-01T00:00:00Z', id: 'a\u0000b' }),
).toString('base64url');

describe('the evidence plugin, given bad input', () => {
  let evidence: Awaited<ReturnType<typeof startEvidence>>;
  const push: typeof evidence.push = options => evidence.push(options);
  const get: typeof evidence.get = (path, as) => evidence.get(path, as);

  beforeEach(async () => {
    evidence = await startEvidence();
  });

  afterEach(async () => {
    await evidence.backend.stop();
  });

  it('refuses bad items one by one and keeps the good one of the batch', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const response = await push({
      items: [
        COVERAGE,
        { ...COVERAGE, entity: 'gatevay' },
        { ...COVERAGE, file: 'nowhere.info' },
        { ...COVERAGE, observedAt: tomorrow },
        { ...COVERAGE, kind: 'guess' },
        { ...COVERAGE, commit: 'HEAD' },
        { ...COVERAGE, entity: 'ledger' },
        { ...COVERAGE, environment: 'development' },
        { ...COVERAGE, kind: 'chaos' },
        { ...COVERAGE, tenant: 'someone-else' },
        { ...COVERAGE, file: 'truncated.xml', kind: 'tests' },
        { ...COVERAGE, file: 'bomb.xml' },
        { ...COVERAGE, file: 'negative.json' },
        { ...COVERAGE, file: 'nan.json' },
        { ...COVERAGE, file: 'stray.json' },
        { ...COVERAGE, file: 'future.json' },
        { ...COVERAGE, runUrl: 'ftp://ci.example.com/17' },
        'nonsense',
      ],
      files: {
        'lcov.info': lcov(1, 2),
        'truncated.xml': JUNIT.slice(0, 120),
        'bomb.xml':
          '<?xml version="1.0"?><!DOCTYPE t [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><testsuites>&b;</testsuites>',
        'negative.json': '{"facts":{"policy.coverage":-0.2}}',
        'nan.json': '{"facts":{"policy.coverage":NaN}}',
        'stray.json': '{"facts":{"test.coverage.lines":1}}',
        'future.json': `{"facts":{"repo.runbook.changed_at":"${tomorrow}"}}`,
      },
    }).expect(200);
    const outcome = response.body.items.map(
      ({ error }: RecordResult) =>
        error?.code && `${error.code} ${error.field}`,
    );
    expect(outcome).toEqual([
      undefined,
      'UnknownEntity entity',
      'MissingFile file',
      'InvalidField observedAt',
      'InvalidField kind',
      'InvalidField commit',
      'NotAllowed entity',
      'NotAllowed environment',
      'NotAllowed kind',
      'InvalidField tenant',
      expect.stringMatching(/^UnreadableArtifact /),
      expect.stringMatching(/^UnreadableArtifact /),
      expect.stringMatching(/policy.coverage/),
      expect.stringMatching(/^(UnreadableArtifact|InvalidField) /),
      'NotAllowed facts.test.coverage.lines',
      expect.stringMatching(/repo.runbook.changed_at/),
      'InvalidField runUrl',
      'InvalidField ',
    ]);
    expect(response.body.items[1].error.message).toContain(
      'Did you mean component:default/gateway?',
    );
    const list = await get('/v1/records?entity=gateway').expect(200);
    expect(list.body.totalItems).toBe(1);
  });

  it('refuses whole requests with a word on what to do', async () => {
    await push({ items: [COVERAGE], as: STRANGER })
      .expect(403)
      .expect(({ body }) =>
        expect(body.error.message).toContain('evidence.producers'),
      );
    await evidence
      .post('/v1/records', mockCredentials.none.header())
      .expect(401);
    await evidence.post('/v1/records', CI).send({ items: [] }).expect(400);
    await push({ items: [] }).expect(400);
    await push({ items: Array(201).fill(COVERAGE) }).expect(400);
    await evidence
      .post('/v1/records', CI)
      .attach('lcov.info', Buffer.from(lcov(1, 2)), 'lcov.info')
      .field('manifest', JSON.stringify([COVERAGE]))
      .expect(400)
      .expect(({ body }) => expect(body.error.message).toContain('first part'));
    await evidence.post('/v1/records', CI).field('manifest', '[{').expect(400);
    await get('/v1/records').expect(400);
    await get('/v1/records?entity=nobody').expect(404);
    await get('/v1/records/none').expect(404);
    await get('/v1/changes?after=1000000').expect(410);
    await get('/v1/changes', USER).expect(403);
    const tooMany = Array.from({ length: 101 }, (_, index) => `c${index}`);
    await evidence
      .post('/v1/facts/latest', USER)
      .send({ entityRefs: tooMany, environment: 'production' })
      .expect(400);
  });

  it.each([
    ['/v1/records?entity=gateway&environment=%00', 400, 'environment'],
    ['/v1/records?entity=gateway&commit=%00', 400, 'commit'],
    [`/v1/records?entity=gateway&cursor=${FOREIGN_CURSOR}`, 400, 'cursor'],
    ['/v1/records/%00', 400, 'id'],
    ['/v1/records/none/content?disposition=evil', 400, 'disposition'],
    ['/v1/facts?entity=gateway&name=%00', 400, 'name'],
    ['/v1/facts?entity=gatevay', 404, 'component:default/gateway'],
    [`/v1/facts?entity=gateway'%20or%201=1--`, 400, 'entity'],
    ['/v1/facts?entity=gateway;drop%09table', 400, 'entity'],
    [`/v1/facts?entity=${'x'.repeat(5000)}`, 400, 'entity'],
    ['/v1/records?entity=gateway&entity=ledger', 400, 'entity'],
    ['/v1/changes?after=99999999999999999999', 400, 'after'],
  ])('answers %.60s with %s and names %s', async (path, status, named) => {
    const { body } = await get(path).expect(status);
    expect(body.error.message).toContain(named);
  });

  it('takes the signs of an entity ref and of a time as they are', async () => {
    const { body } = await get(
      '/v1/facts/history?entity=component:default/gateway&name=test.total&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z',
    ).expect(200);
    expect(body).toEqual({ items: [] });
  });

  it('gives a file name of a hostile client back as a harmless one', async () => {
    const { body } = await evidence
      .post('/v1/records', CI)
      .field('manifest', `\ufeff${JSON.stringify([COVERAGE])}`)
      .attach('lcov.info', Buffer.from(lcov(1, 2)), {
        filename: `${'n'.repeat(199)}😀.html`,
        contentType: 'text/html',
      })
      .expect(200);
    const { record } = body.items[0];
    expect(record.fileName).toBe(`${'n'.repeat(199)}\ufffd`);
    const path = `/v1/records/${record.id}/content?disposition=inline`;
    const { headers } = await get(path).expect(200);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(headers['content-disposition']).toContain('%EF%BF%BD');
  });

  it('keeps one record of what is pushed twenty times at once', async () => {
    const files = { 'lcov.info': lcov(1, 2) };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        push({ items: [COVERAGE], files }).expect(200),
      ),
    );
    const statuses = answers.map(({ body }) => body.items[0].status);
    expect(statuses.filter(status => status === 'created')).toHaveLength(1);
    expect(statuses.filter(status => status === 'existing')).toHaveLength(19);
  });

  it('lets a person push who is a producer and has the permission, and nobody with one of the two', async () => {
    const files = { 'lcov.info': lcov(1, 2) };
    await push({ items: [COVERAGE], files, as: OTHER_USER })
      .expect(403)
      .expect(({ body }) =>
        expect(body.error.message).toContain('evidence.producers'),
      );
    await push({ items: [{ ...COVERAGE, entity: 'ledger' }], files, as: USER })
      .expect(200)
      .expect(({ body }) =>
        expect(body.items[0].error).toMatchObject({
          code: 'NotAllowed',
          field: 'entity',
        }),
      );
    await push({ items: [COVERAGE], files, as: USER })
      .expect(200)
      .expect(({ body }) =>
        expect(body.items[0].record.producer).toBe(
          'user:default/edda.engineer',
        ),
      );
    evidence.decide.mockImplementation(name =>
      name === 'evidence.record.create'
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
    );
    await push({ items: [COVERAGE], files, as: USER })
      .expect(403)
      .expect(({ body }) =>
        expect(body.error.message).toContain('evidence.record.create'),
      );
  });
});
