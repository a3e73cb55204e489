import fc from 'fast-check';
import { readOpenSlo } from '../readOpenSlo';
import { FileProblems } from './FileProblems';
import { parseStream } from './parseStream';

function parse(text: string) {
  const problems = new FileProblems('a.yaml');
  const documents = parseStream(text, problems);
  return {
    lines: documents.map(({ at }) => at.line),
    said: problems.list.map(({ line, rule }) => `${line} ${rule}`),
    messages: problems.list.map(({ message }) => message).join('\n'),
  };
}

describe('parseStream', () => {
  it('gives documents and the items of lists, with their lines', () => {
    const text = '# words\na: 1\n---\n- b: 2\n- c: 3\n---\n# nothing\n';
    expect(parse(text)).toMatchObject({ lines: [2, 4, 5], said: [] });
    expect(parse('')).toMatchObject({ lines: [], said: [] });
    expect(parse('a: 1\r\n---\r\nb: 2\r\n')).toMatchObject({ lines: [1, 3] });
  });

  it.each([
    ['an anchor', 'a: &x 1\n', '1 yaml', 'anchor'],
    ['an alias', 'a: &x 1\nb: *x\n', '2 yaml', 'alias'],
    ['a tag', 'a:\n  b: !!str 1\n', '2 yaml', 'tag'],
    ['an unknown tag', 'a: !danger 1\n', '1 yaml', 'tag'],
    ['a directive', '%YAML 1.1\n---\na: yes\n', '1 yaml', 'directive'],
    ['a field twice', 'a: 1\nb: 2\na: 3\n', '3 duplicate-field', '"a"'],
    ['a tab', 'a:\n\tb: 1\n', '2 yaml', 'Tabs'],
    ['a key that is no text', '? [a]\n: 1\n', '1 yaml', 'keys'],
  ])('refuses %s', (_, text, problem, words) => {
    const { lines, said, messages } = parse(text);
    expect(lines).toEqual([]);
    expect(said).toContain(problem);
    expect(messages).toContain(words);
  });

  it('leaves out the one document that is broken', () => {
    expect(parse('a: 1\n---\nb: *x\n---\nc: 1\n')).toMatchObject({
      lines: [1, 5],
      said: ['3 yaml'],
    });
  });

  it.each([
    ['too large', 'a'.repeat(1024 * 1024 + 1), 'file-size', '1048576 at most'],
    ['nested too deeply', '{a: '.repeat(100), 'nesting', '64 deep'],
    ['nested endlessly', '['.repeat(1024 * 1024), 'nesting', '64 deep'],
    ['too many words', `a: [${'1,'.repeat(400_000)}]`, 'file-size', 'split'],
    ['too many documents', '---\na: 1\n'.repeat(1_001), 'file-size', 'split'],
  ])('does not read a file that is %s', (_, text, rule, words) => {
    const { lines, said, messages } = parse(text);
    expect(lines).toEqual([]);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(rule);
    expect(messages).toContain(words);
  });

  it('lists a hundred problems of a file, and says that there are more', () => {
    const text = Array.from({ length: 300 }, (_, i) => `x${i}: 1\n`).join('');
    const { problems } = readOpenSlo([{ file: 'a.yaml', text }]);
    expect(problems).toHaveLength(101);
    expect(problems[100].rule).toBe('too-many-problems');
  });

  it('never throws, whatever the text', () => {
    const word = fc.constantFrom(
      'apiVersion: openslo/v1',
      'kind: SLO',
      'kind: SLI',
      'metadata:',
      'spec:',
      '  name: a',
      '  objectives:',
      '    - target: 1',
      '  timeWindow: []',
      '---',
      '- ',
      ': ',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '&a',
      '*a',
      '!!x',
      '|',
      '#',
      '\t',
      '\u0000',
      '\uFEFF',
      '<<: *a',
      '__proto__: 1',
    );
    const text = fc.array(fc.oneof(word, fc.string()), { maxLength: 30 });
    fc.assert(
      fc.property(text, fc.constantFrom('\n', ' '), (words, between) => {
        const given = words.join(between);
        const { problems } = readOpenSlo([{ file: 'a.yaml', text: given }]);
        for (const { line } of problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(given.split('\n').length + 1);
        }
      }),
      { numRuns: 500 },
    );
  });
});
