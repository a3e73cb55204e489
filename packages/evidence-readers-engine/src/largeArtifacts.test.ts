import fc from 'fast-check';
import { factsReader } from './facts/factsReader';
import { k6Reader } from './k6/k6Reader';
import { junitReader } from './junit/junitReader';
import { lcovReader } from './lcov/lcovReader';
import { portionsOf } from './reader/portions';
import { unpaced } from './reader/unpaced';
import { recognise } from './recognise';
import { standardReaders } from './standardReaders';
import { bytes } from './testUtils/bytes';

const PORTION = 64 * 1024;
const MEGABYTE = 1024 * 1024;

/** A pace that counts, and really gives way. */
function countingPace() {
  const counted = { turns: 0 };
  const pace = async () => {
    counted.turns += 1;
    await new Promise(resolve => setTimeout(resolve));
  };
  return { counted, pace };
}

/** Lines of coverage, the half of them hit, with what was given as the name of the file. */
function lcovOf(size: number, name = 'src/a.ts'): string {
  const lines: string[] = [];
  for (let line = 1, length = 0; length < size; line += 1) {
    lines.push(`DA:${line},${line % 2}`);
    length += lines[lines.length - 1].length + 1;
  }
  return `SF:${name}\n${lines.join('\n')}\nend_of_record\n`;
}

function junitOf(size: number): string {
  const testcase = '<testcase name="grüße 😀 &amp; more" time="0.5"/>\n';
  return `<testsuite>${testcase.repeat(
    Math.ceil(size / testcase.length),
  )}</testsuite>`;
}

describe('a large artifact', () => {
  it.each([
    [lcovReader, lcovOf(MEGABYTE)],
    [junitReader, junitOf(MEGABYTE)],
  ])(
    'is read in portions, whatever the pace (case %#)',
    async (reader, text) => {
      const content = bytes(text);
      const { counted, pace } = countingPace();
      const result = await reader.read(content, pace);
      expect(counted.turns).toBeGreaterThanOrEqual(content.length / PORTION);
      expect(result.status).toBe('ok');
      expect(result).toEqual(await reader.read(content, unpaced));
    },
  );

  it('gives the same lines wherever a portion ends', async () => {
    const { pace } = countingPace();
    for (const shift of [0, 1, 2, 3]) {
      const name = `${'x'.repeat(PORTION - 10 + shift)}😀ü€`;
      const content = bytes(lcovOf(1000, name));
      expect(await lcovReader.read(content, pace)).toMatchObject({
        status: 'ok',
        facts: [{ name: 'test.coverage.lines' }],
      });
    }
  });

  it('is decoded as if at once, at any length of its characters', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }),
        async (start, repeated) => {
          const text = `a${start}${repeated.repeat(60_000 / repeated.length)}`
            .repeat(3)
            .replace(/\0/g, '');
          let read = '';
          for await (const portion of portionsOf(bytes(text), unpaced)) {
            expect(portion.length).toBeLessThanOrEqual(PORTION);
            read += portion;
          }
          expect(read).toBe(new TextDecoder().decode(bytes(text)));
        },
      ),
      { numRuns: 20 },
    );
  });

  it('keeps a byte order mark that stands inside', async () => {
    const text = `${'x'.repeat(PORTION)}\uFEFFy`;
    const portions: string[] = [];
    for await (const portion of portionsOf(bytes(`${text}`), unpaced)) {
      portions.push(portion);
    }
    expect(portions.join('')).toBe(text);
  });

  it.each([
    ['a zero byte', 0, 'zero bytes'],
    ['a byte that is no UTF-8', 0xff, 'UTF-8'],
  ])('with %s far inside is refused', async (_, byte, message) => {
    for (const [reader, text] of [
      [lcovReader, lcovOf(PORTION * 3)],
      [junitReader, junitOf(PORTION * 3)],
    ] as const) {
      const content = bytes(text);
      content[PORTION * 2 + 7] = byte;
      expect(await reader.read(content, unpaced)).toEqual({
        status: 'invalid',
        field: 'encoding',
        message: expect.stringContaining(message),
      });
    }
  });

  it.each([
    ['JSON', '{"a":['.padEnd(20 * MEGABYTE, '1,')],
    ['prose', 'prose '.repeat(4 * MEGABYTE)],
    ['white space', ' '.repeat(20 * MEGABYTE)],
  ])('of %s is told by its beginning', async (_, text) => {
    const { counted, pace } = countingPace();
    const result = await recognise(bytes(text), standardReaders, { pace });
    expect(result.status).toBe('not-recognised');
    expect(counted.turns).toBe(0);
  });

  it('of another XML is given up at its root', async () => {
    const { counted, pace } = countingPace();
    const text = `<coverage>${'<line/>'.repeat(MEGABYTE)}</coverage>`;
    const result = await recognise(bytes(text), standardReaders, { pace });
    expect(result.status).toBe('not-recognised');
    expect(counted.turns).toBeLessThanOrEqual(1);
  });

  it.each([
    [k6Reader, '{"metrics":{"http_reqs":{"count":1}},"x":"', MEGABYTE],
    [factsReader, '{"facts":{"a.b":"', MEGABYTE / 4],
  ])('that has to be parsed at once is bounded (case %#)', async (...args) => {
    const [reader, start, limit] = args;
    const { counted, pace } = countingPace();
    const content = bytes(`${start}${'x'.repeat(limit)}"}`);
    expect(await reader.read(content, pace)).toEqual({
      status: 'invalid',
      field: 'file',
      message: expect.stringMatching(
        new RegExp(`has ${content.length} bytes.*${limit}: `),
      ),
    });
    expect(counted.turns).toBe(0);
  });
});

describe('lcovReader, given more than a report can be', () => {
  it.each([
    ['a line without an end', `SF:${'x'.repeat(MEGABYTE)}`, 'characters'],
    [
      'a source file of a million lines',
      `${lcovOf(13 * MEGABYTE)}`,
      'one source file has more than 500000',
    ],
    [
      'function starts without an end',
      `SF:a\n${Array.from({ length: 500_001 }, (_, i) => `FNL:${i},1\n`).join(
        '',
      )}`,
      'one source file has more than 500000',
    ],
    [
      'too many source files',
      Array.from(
        { length: 100_001 },
        (_, i) => `SF:${i}\nDA:1,1\nend_of_record\n`,
      ).join(''),
      'more than 100000 source files',
    ],
  ])('refuses %s', async (_, text, message) => {
    expect(await lcovReader.read(bytes(text), unpaced)).toEqual({
      status: 'invalid',
      field: expect.stringMatching(/^line \d+$/),
      message: expect.stringContaining(message),
    });
  });
});
