import fc from 'fast-check';
import { InvalidArtifactError } from '../reader/InvalidArtifactError';
import { LcovParser } from './LcovParser';
import { LineSplitter } from './LineSplitter';

/** What is known of each file in the end, or what is wrong with the report. */
function outcome(parse: (parser: LcovParser) => void) {
  const parser = new LcovParser();
  try {
    parse(parser);
    parser.end();
  } catch (error) {
    if (!(error instanceof InvalidArtifactError)) throw error;
    return error.message;
  }
  return [...parser.files].map(([path, { lines, branches, functions }]) => ({
    path,
    lines,
    branches,
    functions,
  }));
}

/** The plain way: a string for each line, and every line by the parser of single lines. */
function lineByLine(text: string) {
  return outcome(parser => {
    const lines = text.split('\n');
    if (lines.at(-1) === '') lines.pop();
    lines.forEach(line => parser.take(line));
  });
}

function inPortions(text: string, size: number) {
  return outcome(parser => {
    const splitter = new LineSplitter(parser);
    for (let start = 0; start < text.length; start += size) {
      splitter.take(text.slice(start, start + size));
    }
    splitter.end();
  });
}

const number = fc.oneof(
  fc.integer({ min: 0, max: 30 }).map(String),
  fc.bigInt({ min: 0n, max: 10n ** 22n }).map(String),
  fc.constantFrom('', '-', '-1', '007', '1.5', '0x1', ' 3', '３'),
);
const likely = fc.integer({ min: 0, max: 30 }).map(String);
const entry = (line: fc.Arbitrary<string>, hits: fc.Arbitrary<string>) =>
  fc
    .tuple(line, hits, fc.constantFrom('', '', '', ',checksum', ' ', ','))
    .map(([first, second, rest]) => `DA:${first},${second}${rest}`);
const line = fc.oneof(
  { weight: 30, arbitrary: entry(likely, likely) },
  { weight: 1, arbitrary: entry(number, number) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'TN:',
      '# DA:1,1',
      '',
      ' DA:3,1',
      'BRDA:1,0,0,1',
      'FNDA:1,f',
      'LF:2',
      'LH:1',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('DA:1', 'D', 'DAX:1,1', 'prose') },
);
const report = fc
  .tuple(
    fc.array(
      fc
        .tuple(fc.constantFrom('a.ts', 'b.ts'), fc.array(line))
        .map(([path, lines]) => [`SF:${path}`, ...lines, 'end_of_record']),
      { maxLength: 4 },
    ),
    fc.constantFrom('\n', '\n', '\r\n', '\r\r\n'),
    fc.boolean(),
  )
  .map(
    ([records, feed, isEnded]) =>
      records.flat().join(feed) + (isEnded ? feed : ''),
  );

describe('LineSplitter with LcovParser', () => {
  it('reads a report in any portions as its lines one by one, right or wrong', () => {
    fc.assert(
      fc.property(report, fc.integer({ min: 1, max: 200 }), (text, size) => {
        const plain = lineByLine(text);
        expect(inPortions(text, size)).toEqual(plain);
        expect(inPortions(text, text.length || 1)).toEqual(plain);
      }),
      { numRuns: 500 },
    );
  });

  it('names the line that is too long', () => {
    const text = `SF:a\nDA:1,1\n${'x'.repeat(256 * 1024 + 1)}`;
    expect(inPortions(text, 64 * 1024)).toMatch(
      /^line 3: has more than 262144/,
    );
  });
});
