import {
  GateDecision,
  Score,
} from '@maestro-conductor/plugin-readiness-common';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PortalDouble } from './__testUtils__/PortalDouble';
import { runBin } from './__testUtils__/runBin';

const TOKEN = 'token-of-this-test';
const LCOV = 'TN:\nSF:a.ts\nDA:1,1\nLF:1\nLH:1\nend_of_record\n';
const BYTES = Buffer.from([0, 255, 13, 10, 45, 45, 0x80]);

let portal: PortalDouble;
let folder: string;
let lcov: string;
let bytes: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conductor-cli-'));
  lcov = join(folder, 'lcov.info');
  bytes = join(folder, 'raw report.bin');
  await writeFile(lcov, LCOV);
  await writeFile(bytes, BYTES);
});

afterAll(() => rm(folder, { recursive: true }));

beforeEach(async () => {
  portal = await PortalDouble.start();
});

afterEach(() => portal.stop());

function conductor(args: string[], env: Record<string, string> = {}) {
  return runBin(args, {
    CONDUCTOR_URL: portal.url,
    CONDUCTOR_TOKEN: TOKEN,
    ...env,
  });
}

const push = ['evidence', 'push', '--entity', 'gateway', '--env', 'production'];
const gate = ['gate', '--entity', 'gateway', '--env', 'production'];

const decision: GateDecision = {
  id: '7d9f3b54-5a6a-4f0e-9a55-0d5a3f1f2c11',
  tenant: 'default',
  scorecard: 'prs',
  entityRef: 'component:default/gateway',
  environment: 'production',
  commit: '9a5b60e38bbc1afe550623786edaeb15fbad0dfc',
  decision: 'fail',
  score: 0.8999,
  level: 'silver',
  threshold: 0.9,
  blockers: [
    {
      code: 'below-threshold',
      message: 'The score is below the threshold',
      nextStep: 'Cover 12 % more lines',
    },
  ],
  warnings: [],
  dimensions: [],
  inputsDigest: '0'.repeat(64),
  askedBy: 'external:ci',
  decidedAt: '2026-01-02T03:04:05.000Z',
};

describe('conductor evidence push', () => {
  const created = (index: number) => ({
    index,
    status: 'created',
    facts: 3,
    record: { id: `record-${index}`, kind: 'coverage' },
  });

  it('keeps to one line for a file whose name has more', async () => {
    const odd = join(folder, 'two\nlines.info');
    await writeFile(odd, LCOV);
    portal.answer = { body: { items: [created(0)] } };
    const { stdout } = await conductor([...push, odd]);
    expect(stdout).toMatch(/^created .*two lines\.info .*\n$/);
  });

  it('sends the manifest first, then the bytes of each file as they are', async () => {
    portal.answer = { body: { items: [created(0), created(1)] } };
    const result = await conductor([
      ...[...push, lcov, bytes, '--kind', 'coverage', '--commit', 'c0ffee'],
      ...['--ref', 'refs/heads/main', '--run', '7', '--attempt', '2'],
      ...['--run-url', 'https://ci.example/7'],
      ...['--observed-at', '2026-01-02T03:04:05Z'],
    ]);

    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.stdout).toContain('coverage record-0, 3 facts');
    const [{ method, path, headers, body }] = portal.received;
    expect([method, path]).toEqual(['POST', '/api/evidence/v1/records']);
    expect(headers.authorization).toBe(`Bearer ${TOKEN}`);
    expect(body.toString('latin1')).toMatch(
      /^--[^\r\n]+\r\nContent-Disposition: form-data; name="manifest"\r\n/i,
    );
    const form = await portal.lastForm();
    expect([...form.keys()]).toEqual(['manifest', 'file0', 'file1']);
    const about = {
      entity: 'gateway',
      environment: 'production',
      kind: 'coverage',
      commit: 'c0ffee',
      ref: 'refs/heads/main',
      defaultBranch: true,
      run: '7',
      attempt: 2,
      runUrl: 'https://ci.example/7',
      observedAt: '2026-01-02T03:04:05Z',
    };
    expect(JSON.parse(form.get('manifest') as string)).toEqual([
      { file: 'file0', ...about },
      { file: 'file1', ...about },
    ]);
    const file = form.get('file1') as File;
    expect(file.name).toBe('raw report.bin');
    expect(Buffer.from(await file.arrayBuffer())).toEqual(BYTES);
  });

  it('takes from GitHub what the options leave out', async () => {
    portal.answer = { body: { items: [created(0)] } };
    await conductor([...push, lcov], {
      GITHUB_ACTIONS: 'true',
      GITHUB_SHA: 'abc123',
      GITHUB_REF: 'refs/heads/feature',
      GITHUB_RUN_ID: '99',
      GITHUB_RUN_ATTEMPT: '3',
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_REPOSITORY: 'intelgraph/gateway',
    });
    const form = await portal.lastForm();
    expect(JSON.parse(form.get('manifest') as string)).toEqual([
      {
        file: 'file0',
        entity: 'gateway',
        environment: 'production',
        commit: 'abc123',
        ref: 'refs/heads/feature',
        defaultBranch: false,
        run: '99',
        attempt: 3,
        runUrl: 'https://github.example/intelgraph/gateway/actions/runs/99',
      },
    ]);
  });

  it('exits with 1 when a file was refused, and says why', async () => {
    portal.answer = {
      body: {
        items: [
          created(0),
          {
            index: 1,
            status: 'rejected',
            error: {
              code: 'UnreadableArtifact',
              field: 'file',
              message: 'It is cut off.\u001b[2J',
            },
          },
        ],
      },
    };
    const result = await conductor([...push, lcov, bytes]);
    expect(result.code).toBe(1);
    expect(result.stdout).toContain(
      'UnreadableArtifact (file): It is cut off.',
    );
    expect(result.stdout).not.toContain('\u001b');
  });

  it.each([
    ['is missing', () => join(folder, 'none.info'), 'There is no file'],
    ['is a folder', () => folder, 'is not a file'],
  ])('sends nothing when a file %s', async (_, file, says) => {
    const result = await conductor([...push, lcov, file(), '--json']);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain(says);
    expect(JSON.parse(result.stdout).error.name).toBe('InputError');
    expect(portal.received).toEqual([]);
  });
});

describe('conductor gate', () => {
  it.each([
    ['pass', 0],
    ['warn', 0],
    ['fail', 1],
    ['cannot-evaluate', 2],
  ] as const)('answers %s with exit code %i', async (outcome, code) => {
    const answer = { ...decision, decision: outcome };
    portal.answer = { body: answer };
    const result = await conductor([...gate, '--json', '--min', '0.95']);

    expect(result.code).toBe(code);
    expect(JSON.parse(result.stdout)).toEqual(answer);
    expect(JSON.parse(portal.received[0].body.toString())).toEqual({
      entity: 'gateway',
      environment: 'production',
      minimum: 0.95,
    });
  });

  it('prints the decision, what is in the way and what to do, without colours', async () => {
    portal.answer = { body: decision };
    const { stdout, stderr } = await conductor([...gate, '--min', '0.5']);

    expect(stdout).toBe(`decision  FAIL
entity    component:default/gateway (production, commit 9a5b60e38bbc)
score     0.8999, below the threshold 0.90, level silver
id        7d9f3b54-5a6a-4f0e-9a55-0d5a3f1f2c11
link      ${portal.url}/catalog/default/component/gateway/readiness

blockers
  -  below-threshold  The score is below the threshold
                      do: Cover 12 % more lines
`);
    expect(stderr).toContain('--min 0.5 is below the threshold 0.9');
  });

  it('asks for the commit of the pipeline, unless told to ask for none', async () => {
    portal.answer = { body: decision };
    const ci = { GITLAB_CI: 'true', CI_COMMIT_SHA: 'abc123' };
    await conductor(gate, ci);
    await conductor([...gate, '--commit', ''], ci);
    expect(
      portal.received.map(({ body }) => JSON.parse(body.toString()).commit),
    ).toEqual(['abc123', undefined]);
  });
});

describe('conductor score', () => {
  it('prints where the points are', async () => {
    const score: Score = {
      ...{ tenant: 'default', scorecard: 'prs', environment: 'production' },
      entityRef: 'component:default/llm-router',
      score: 0.38,
      threshold: 0.9,
      definitionVersion: 1,
      evaluatedAt: '2026-01-02T03:04:05.000Z',
      inputsDigest: '0'.repeat(64),
      dimensions: [
        {
          ...{ name: 'coverage', title: 'Coverage', verdict: 'no-data' },
          ...{ value: 0, weight: 0.25, points: 0, maxPoints: 25, facts: [] },
          reason: 'no data: 25 points missing',
          nextStep: 'Push a coverage report',
        },
      ],
    };
    portal.answer = { body: score };
    const result = await conductor(['score', '--entity', 'llm-router']);

    expect(result.code).toBe(0);
    expect(portal.received[0].path).toBe(
      '/api/readiness/v1/scores/by-entity?entity=llm-router',
    );
    expect(result.stdout).toContain('0.38, below the threshold 0.90, no level');
    expect(result.stdout).toContain('Coverage  no-data  0.0 of 25 points');
    expect(result.stdout).toContain('do: Push a coverage report');
  });
});

describe('when something goes wrong', () => {
  it.each([
    {
      why: 'the entity is unknown',
      answer: {
        status: 404,
        body: { error: { name: 'NotFoundError', message: 'near: gateway' } },
      },
      says: 'The portal refused (404): near: gateway',
    },
    {
      why: 'the token is not accepted',
      answer: { status: 401, body: { error: { message: 'Illegal token' } } },
      says: 'does not accept the token in CONDUCTOR_TOKEN',
    },
    {
      why: 'the answer is no JSON',
      answer: { body: '<html></html>' },
      says: 'is it the address of the portal?',
    },
    {
      why: 'the portal sends elsewhere',
      answer: { status: 302, headers: { location: 'https://portal.example/' } },
      says: 'sends elsewhere, to https://portal.example/',
    },
  ])(
    'exits with 2 when $why, and keeps stdout for one object',
    async ({ answer, says }) => {
      portal.answer = answer;
      const result = await conductor([...gate, '--json']);
      expect(result.code).toBe(2);
      expect(JSON.parse(result.stdout).error.message).toContain(says);
      expect(result.stderr).toContain(says);
      expect(result.stdout + result.stderr).not.toContain(TOKEN);
    },
  );

  it('exits with 2 when nobody listens', async () => {
    const result = await runBin([...gate, '--url', 'http://127.0.0.1:1']);
    expect(result.code).toBe(2);
    expect(result.stdout).toBe('');
    expect(result.stderr).toMatch(/cannot be reached .*CONDUCTOR_URL/);
  });

  it.each([
    { args: ['gate', '--entity', 'gateway'], says: '--env' },
    { args: [...gate, '--min', '1.5'], says: 'from 0 to 1' },
    { args: [...gate, '--min', 'NaN'], says: 'from 0 to 1' },
    { args: [...gate, '--url', 'ftp://portal'], says: 'http or https' },
    { args: [...push, 'x', '--attempt', '0'], says: 'from 1' },
    { args: [...push, 'x', '--kind', 'selfie'], says: 'coverage' },
    { args: ['promote'], says: 'unknown command' },
  ])('exits with 2 for $args', async ({ args, says }) => {
    const result = await conductor([...args, '--json']);
    expect(result.code).toBe(2);
    expect(JSON.parse(result.stdout).error.message).toContain(says);
    expect(portal.received).toEqual([]);
  });

  it.each<{ env: Record<string, string>; says: string }>([
    {
      env: { CONDUCTOR_TOKEN: 'first-half\nsecond-half' },
      says: 'CONDUCTOR_TOKEN has spaces',
    },
    {
      env: { CONDUCTOR_URL: 'http://somebody:second-half@localhost:1' },
      says: 'has a user name or password in it',
    },
  ])('does not repeat the secret of $env', async ({ env, says }) => {
    const result = await conductor([...gate, '--json'], env);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain(says);
    expect(result.stdout + result.stderr).not.toContain('half');
  });

  it('exits with 0 for help', async () => {
    const result = await conductor(['--help']);
    expect(result.code).toBe(0);
    expect(result.stdout).toContain('CONDUCTOR_TOKEN');
  });
});
