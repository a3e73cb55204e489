import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBin } from './__testUtils__/runBin';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conductor-inspect-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

// No portal answers there: the command must not ask one.
const inspect = (...args: string[]) =>
  runBin(['evidence', 'inspect', ...args], {
    CONDUCTOR_URL: 'http://127.0.0.1:1',
  });

const LCOV = 'SF:a.ts\nDA:1,1\nDA:2,0\nend_of_record\n';
const BOTH = JSON.stringify({
  'chaoslib-version': '1.44.0',
  experiment: {},
  start: '2026-03-01T10:00:00',
  status: 'completed',
  deviated: false,
  steady_states: { after: { steady_state_met: true } },
  run: [{ activity: { type: 'action' }, status: 'succeeded' }],
  end: '2026-03-01T10:00:01',
  metrics: { http_reqs: { count: 1 } },
});

describe('conductor evidence inspect', () => {
  it('says what a file is, whatever its name says, and what would be read', async () => {
    const path = await file('junit.xml', LCOV);
    const result = await inspect(path);
    expect(result).toEqual({
      code: 0,
      stderr: '',
      stdout: `readable  ${path}  coverage (lcov)
  observed at a time that the file does not say: the push decides
  test.coverage.lines  0.5  number, ratio
`,
    });
  });

  it('gives one object with --json, and exit code 1 where one file cannot be read', async () => {
    const readable = await file('journal.json', BOTH);
    const broken = await file('broken.info', 'SF:a\nDA:x\n');
    const result = await inspect(readable, broken, '--json');
    expect(result.code).toBe(1);
    expect(JSON.parse(result.stdout)).toEqual({
      files: [
        {
          file: readable,
          size: BOTH.length,
          status: 'unreadable',
          error: {
            code: 'Ambiguous',
            field: 'kind',
            message: expect.stringContaining('k6-summary (kind load)'),
          },
        },
        {
          file: broken,
          size: 10,
          status: 'unreadable',
          kind: 'coverage',
          format: 'lcov',
          error: {
            code: 'Invalid',
            field: 'line 2',
            message: expect.any(String),
          },
        },
      ],
    });
    const chosen = await inspect(readable, '--kind', 'chaos', '--json');
    expect(chosen.code).toBe(0);
    expect(JSON.parse(chosen.stdout).files).toEqual([
      {
        file: readable,
        size: BOTH.length,
        status: 'readable',
        kind: 'chaos',
        format: 'chaostoolkit',
        mediaType: 'application/json',
        observedAt: '2026-03-01T10:00:01.000Z',
        facts: expect.arrayContaining([
          { name: 'chaos.passed', type: 'boolean', value: true },
        ]),
      },
    ]);
  });

  it('reads nothing that the portal would not take', async () => {
    const large = await file('large.info', '');
    await truncate(large, 50 * 1024 * 1024 + 1);
    const empty = await file('empty.info', '');
    const binary = await file('report.pdf', Buffer.from('%PDF-1.4\n\0\0'));
    const result = await inspect(large, empty, binary, '--json');
    expect(result.code).toBe(1);
    const { files } = JSON.parse(result.stdout);
    expect(
      files.map(({ error }: { error: { code: string; message: string } }) => [
        error.code,
        error.message,
      ]),
    ).toEqual([
      ['TooLarge', expect.stringContaining('52428800')],
      ['NotRecognised', expect.stringContaining('the file is empty')],
      ['NotRecognised', expect.stringContaining('binary')],
    ]);
  });

  it('writes nothing of a file that a terminal would obey', async () => {
    const path = await file(
      'facts.json',
      '{"facts":{"team.motto":"\\u001b[2Jgone\\nsecond line"}}',
    );
    const { code, stdout } = await inspect(path);
    expect(code).toBe(0);
    expect(stdout).not.toContain('\u001b');
    expect(stdout.split('\n')).toHaveLength(4);
  });

  it.each([
    ['there is no such file', () => [join(folder, 'none')], 'There is no file'],
    ['it is a folder', () => [folder], 'is not a file'],
    ['no file is named', () => [], 'missing required argument'],
    ['the kind is unknown', () => ['x', '--kind', 'selfie'], 'selfie'],
  ])('exits with 2 where %s', async (_, args, says) => {
    const result = await inspect(...args(), '--json');
    expect(result.code).toBe(2);
    expect(JSON.parse(result.stdout).error.message).toContain(says);
  });
});
