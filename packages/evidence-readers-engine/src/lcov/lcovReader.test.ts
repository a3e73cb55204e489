import fc from 'fast-check';
import { unpaced } from '../reader/unpaced';
import { bytes } from '../testUtils/bytes';
import { factsOf } from '../testUtils/factsOf';
import { realFiles } from '../testUtils/realFiles';
import { lcovReader } from './lcovReader';

function read(...lines: string[]) {
  return lcovReader.read(bytes(`${lines.join('\n')}\n`), unpaced);
}

describe('lcovReader', () => {
  it('reads lines, branches and functions as ratios', async () => {
    const result = await read(
      'TN:unit',
      'SF:src/a.ts',
      'FN:1,first',
      'FN:5,7,second',
      'FNDA:3,first',
      'FNDA:0,second',
      'FNF:2',
      'FNH:1',
      'BRDA:2,0,0,3',
      'BRDA:2,0,1,-',
      'BRDA:3,e0,0,0',
      'BRDA:3,e0,1,1',
      'DA:1,3',
      'DA:2,3,mD5sum',
      'DA:3,0',
      'DA:4,18446744073709551615',
      'LF:4',
      'LH:3',
      'end_of_record',
    );
    expect(result).toEqual({
      status: 'ok',
      facts: [
        {
          name: 'test.coverage.lines',
          type: 'number',
          value: 0.75,
          unit: 'ratio',
        },
        {
          name: 'test.coverage.branches',
          type: 'number',
          value: 0.5,
          unit: 'ratio',
        },
        {
          name: 'test.coverage.functions',
          type: 'number',
          value: 0.5,
          unit: 'ratio',
        },
      ],
    });
  });

  it('counts a line that is listed twice once, hit if any listing was', async () => {
    const facts = await factsOf(
      lcovReader,
      'SF:a\nDA:1,0\nDA:1,2\nDA:2,0\nend_of_record\nTN:b\nSF:a\nDA:1,0\nDA:2,0\nend_of_record\n',
    );
    expect(facts).toEqual({ 'test.coverage.lines': 0.5 });
  });

  it('believes the recount, not the stated sums', async () => {
    const facts = await factsOf(
      lcovReader,
      'SF:a\nDA:1,0\nDA:2,0\nLF:100\nLH:100\nend_of_record\n',
    );
    expect(facts['test.coverage.lines']).toBe(0);
  });

  it('counts functions of lcov 2.2 by where they start, under all their names', async () => {
    const facts = await factsOf(
      lcovReader,
      'SF:a\nFNL:0,4,9\nFNA:0,0,f<int>\nFNA:0,2,f<char>\nFNL:1,12\nFNA:1,0,g\nFNF:2\nDA:1,1\nend_of_record\n',
    );
    expect(facts['test.coverage.functions']).toBe(0.5);
  });

  it('leaves functions out where they are stated and none is listed', async () => {
    const facts = await factsOf(
      lcovReader,
      'SF:a\nFNF:3\nFNH:3\nDA:1,1\nend_of_record\n',
    );
    expect(facts).toEqual({ 'test.coverage.lines': 1 });
  });

  it('takes a byte order mark, CRLF, comments, and keywords of later versions', async () => {
    const text = '# made by a tool\r\nSF:a\r\nMCF:0\r\nDA:1,1\r\nend_of_record';
    expect(await factsOf(lcovReader, `\uFEFF${text}`)).toEqual({
      'test.coverage.lines': 1,
    });
  });

  it.each([
    ['LF without DA', ['SF:a', 'LF:9', 'LH:9', 'end_of_record'], 'line 2'],
    [
      'LH above LF',
      ['SF:a', 'DA:1,1', 'LF:1', 'LH:2', 'end_of_record'],
      'line 4',
    ],
    [
      'BRH above BRF',
      ['SF:a', 'DA:1,1', 'BRF:1', 'BRH:2', 'end_of_record'],
      'line 4',
    ],
    ['a negative count', ['SF:a', 'DA:1,-1', 'end_of_record'], 'line 2'],
    ['a NaN count', ['SF:a', 'DA:1,NaN', 'end_of_record'], 'line 2'],
    ['a missing count', ['SF:a', 'DA:1', 'end_of_record'], 'line 2'],
    ['a broken line number', ['SF:a', 'DA:x,1', 'end_of_record'], 'line 2'],
    ['an infinite sum', ['SF:a', 'DA:1,1', 'LF:Infinity'], 'line 3'],
    ['a broken branch', ['SF:a', 'BRDA:1,0', 'end_of_record'], 'line 2'],
    ['a negative function count', ['SF:a', 'FNDA:-2,f'], 'line 2'],
    ['an FNA without FNL', ['SF:a', 'FNA:0,1,f'], 'line 2'],
    ['a line outside a record', ['TN:', 'DA:1,1'], 'line 2'],
    ['a record inside a record', ['SF:a', 'DA:1,1', 'SF:b'], 'line 3'],
    ['a record without a file', ['SF:'], 'line 1'],
    ['prose', ['SF:a', 'hello world', 'end_of_record'], 'line 2'],
    ['a cut record', ['SF:a', 'DA:1,1', 'DA:2,0'], 'line 3'],
    ['a cut end_of_record', ['SF:a', 'DA:1,1', 'end_of_rec'], 'line 3'],
    ['a report of nothing', ['TN:', 'SF:a', 'LF:0', 'end_of_record'], 'DA'],
  ])('refuses %s and names the line', async (_, lines, field) => {
    expect(await read(...lines)).toEqual({
      status: 'invalid',
      field,
      message: expect.stringContaining(field),
    });
  });

  it.each([
    ['nothing', ''],
    ['prose', 'Coverage: 83 %'],
    ['JSON', '{"SF:": 1}'],
    ['XML', '<coverage/>'],
  ])('does not take %s for its own', async (_, text) => {
    expect(await lcovReader.read(bytes(text), unpaced)).toEqual({
      status: 'not-recognised',
    });
  });

  it('says that UTF-16 and broken UTF-8 are at fault', async () => {
    const report = 'SF:a\nDA:1,1\nend_of_record\n';
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${report}`, 'utf16le'));
    expect(await lcovReader.read(utf16, unpaced)).toMatchObject({
      status: 'invalid',
      field: 'encoding',
      message: expect.stringContaining('UTF-16LE'),
    });
    const latin1 = new Uint8Array(
      Buffer.from('SF:caf\u00e9\nDA:1,1\nend_of_record\n', 'latin1'),
    );
    expect(await lcovReader.read(latin1, unpaced)).toMatchObject({
      status: 'invalid',
      field: 'encoding',
    });
  });
});

interface Line {
  file: string;
  line: number;
  hits: number;
}

const someLines = fc.array(
  fc.record({
    file: fc.constantFrom('a.ts', 'b.ts', 'c.ts'),
    line: fc.integer({ min: 1, max: 20 }),
    hits: fc.integer({ min: 0, max: 3 }),
  }),
  { minLength: 1, maxLength: 60 },
);

function oneRecordPer(lines: Line[]): string {
  return lines
    .map(
      ({ file, line, hits }) =>
        `SF:${file}\nDA:${line},${hits}\nend_of_record\n`,
    )
    .join('');
}

describe('properties of lcovReader', () => {
  it('gives the share of distinct lines that were hit, in any order of records', async () => {
    await fc.assert(
      fc.asyncProperty(
        someLines.chain(lines =>
          fc.tuple(
            fc.constant(lines),
            fc.shuffledSubarray(lines, { minLength: lines.length }),
          ),
        ),
        async ([lines, shuffled]) => {
          const key = ({ file, line }: Line) => `${file}:${line}`;
          const found = new Set(lines.map(key));
          const hit = new Set(lines.filter(l => l.hits > 0).map(key));
          const expected = hit.size / found.size;
          for (const order of [lines, shuffled]) {
            expect(await factsOf(lcovReader, oneRecordPer(order))).toEqual({
              'test.coverage.lines': expected,
            });
          }
        },
      ),
    );
  });

  it('reads a cut file only where the cut is between records, and then as the records before it', async () => {
    await fc.assert(
      fc.asyncProperty(
        someLines,
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (lines, at) => {
          const text = oneRecordPer(lines);
          const cut = text.slice(0, Math.floor(at * text.length));
          const result = await lcovReader.read(bytes(cut), unpaced);
          if (result.status !== 'ok') return;
          const whole = cut.split('end_of_record').length - 1;
          expect(
            Object.fromEntries(result.facts.map(f => [f.name, f.value])),
          ).toEqual(
            await factsOf(lcovReader, oneRecordPer(lines.slice(0, whole))),
          );
        },
      ),
    );
  });
});

describe('lcovReader on real files', () => {
  const files = realFiles('lcov');
  if (!files) {
    it('needs CONDUCTOR_TEST_DATA, which is not set: nothing checked', () => {
      expect(process.env.CONDUCTOR_TEST_DATA).toBeFalsy();
    });
    return;
  }

  /** Files whose tool lists some lines twice in a record: distinct lines and those hit, counted with awk. */
  const WITHOUT_REPEATS: Record<string, { found: number; hit: number }> = {
    'csharp.lcov.info': { found: 184, hit: 118 },
  };

  it.each(files)('agrees with an independent count of $name', async file => {
    const { DA, DAhit, BRF, BRH, FNF, FNH } = file.expected as Record<
      string,
      number
    >;
    const lines = WITHOUT_REPEATS[file.name] ?? { found: DA, hit: DAhit };
    expect(await factsOf(lcovReader, file.content)).toEqual({
      'test.coverage.lines': lines.hit / lines.found,
      'test.coverage.functions': FNH / FNF,
      ...(BRF > 0 && { 'test.coverage.branches': BRH / BRF }),
    });
  });
});
