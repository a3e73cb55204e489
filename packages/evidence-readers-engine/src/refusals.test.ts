import { recognise } from './recognise';
import { standardReaders } from './standardReaders';
import { bytes } from './testUtils/bytes';
import { SAMPLES } from './testUtils/samples';

const read = (content: Uint8Array) => recognise(content, standardReaders);
const samples = Object.entries(SAMPLES);

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const little = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
  return order === 'le' ? little : little.swap16();
}

describe.each(samples)('an encoding of %s', (format, text) => {
  it('is UTF-8, with or without a byte order mark', async () => {
    const plain = await read(bytes(text));
    expect(plain).toMatchObject({ status: 'ok', format });
    expect(await read(bytes(`\uFEFF${text}`))).toEqual(plain);
  });

  it.each([
    ['UTF-16LE', utf16(text, 'le', true), 'encoded in UTF-16LE'],
    ['UTF-16BE', utf16(text, 'be', true), 'encoded in UTF-16BE'],
    ['unmarked UTF-16LE', utf16(text, 'le', false), 'encoded in UTF-16LE'],
    ['unmarked UTF-16BE', utf16(text, 'be', false), 'encoded in UTF-16BE'],
    [
      'Latin-1',
      Buffer.from(`${text}<!-- caf\u00e9 -->`, 'latin1'),
      'not valid UTF-8',
    ],
    ['text with a zero byte', bytes(`${text}\0`), 'zero bytes'],
    [
      'a character cut off',
      Uint8Array.of(...bytes(text), 0xe2, 0x82),
      'not valid UTF-8',
    ],
    [
      'a character written too long',
      Uint8Array.of(...bytes(text), 0xc0, 0xaf),
      'not valid UTF-8',
    ],
    [
      'half of a surrogate pair',
      Uint8Array.of(...bytes(text), 0xed, 0xa0, 0x80),
      'not valid UTF-8',
    ],
  ])('is not %s', async (_, content, message) => {
    expect(await read(content)).toMatchObject({
      status: 'invalid',
      field: 'encoding',
      message: expect.stringContaining(message),
    });
  });
});

/** Each sample that is JSON, with something put before its last brace. */
const json = (more: string) =>
  samples
    .filter(([, text]) => text.startsWith('{'))
    .map(([format, text]) => [format, text.replace(/\}$/, `,${more}}`)]);
const firstKey = (text: string) => text.slice(1, text.indexOf(':'));

describe('JSON that parsers may read differently', () => {
  it.each(
    samples
      .filter(([, text]) => text.startsWith('{'))
      .map(([format, text]) => [
        format,
        `{${firstKey(text)}:1,${text.slice(1)}`,
      ]),
  )('is refused in %s: a key twice', async (format, text) => {
    expect(await read(bytes(text))).toMatchObject({
      status: 'invalid',
      format,
      field: 'line 1',
      message: expect.stringContaining(`${firstKey(text)} is there twice`),
    });
  });

  it.each([
    ['twice below', '"note":[{"a":1,"b":{},"a":2}]'],
    ['twice, once escaped', '"note":{"ab":1,"\\u0061b":2}'],
    ['twice with space before the colon', '"note":{"a" :1,"a"\n:2}'],
    ['nested too deep', `"note":${'['.repeat(200)}${']'.repeat(200)}`],
  ])('is refused where a key is %s', async (_, more) => {
    for (const [format, text] of json(more)) {
      expect(await read(bytes(text))).toMatchObject({
        status: 'invalid',
        format,
        message: expect.stringMatching(/there twice|deep|unknown/),
      });
    }
  });

  it('is read where only values, or keys of other objects, are alike', async () => {
    const note =
      '"note":{"a":{"b":"b","c":"{\\"b\\":1}"},"b":["a","a",{"a":1}]}';
    for (const [format, text] of json(note)) {
      if (format === 'facts') continue;
      expect(await read(bytes(text))).toMatchObject({ status: 'ok', format });
    }
  });
});

describe('numbers beyond what can be told apart', () => {
  it.each([
    ['a count', '{"metrics":{"http_reqs":{"count":9007199254740993}}}'],
    ['a part of a count', '{"metrics":{"http_reqs":{"count":1.5}}}'],
    ['infinity', '{"metrics":{"http_reqs":{"count":1e999}}}'],
    ['a declared number', '{"facts":{"team.size":9007199254740993}}'],
    ['a declared number below zero', '{"facts":{"team.size":-1e300}}'],
    ['a declared infinity', '{"facts":{"team.size":1e999}}'],
    ['a count in JUnit', '<testsuite><testcase time="1e999"/></testsuite>'],
    ['a hit count in lcov', 'SF:a\nDA:1,1e999\nend_of_record\n'],
    [
      'seconds of an experiment',
      SAMPLES.chaostoolkit.replace(/\}$/, ',"duration":1e999}'),
    ],
  ])('are refused: %s', async (_, text) => {
    expect(await read(bytes(text))).toMatchObject({
      status: 'invalid',
      field: expect.stringMatching(/./),
    });
  });
});

describe('YAML that can grow or change its meaning', () => {
  it.each([
    ['an anchor', 'facts:\n  a.b: &x 1\n', 'anchor'],
    ['an alias', 'facts:\n  a.b: *x\n', 'alias'],
    ['a merge key', 'facts:\n  <<: {a.b: 1}\n', 'no fact name'],
    ['a tag', 'facts:\n  a.b: !!str 1\n', 'tag'],
    ['a tag of its own', 'facts: !ruby/object\n  a.b: 1\n', 'tag'],
    ['a key twice', 'facts:\n  a.b: 1\n  "a.b": 2\n', 'there twice'],
    ['two documents', 'facts:\n  a.b: 1\n---\nfacts:\n  a.b: 2\n', 'one'],
    ['a directive', '%YAML 1.1\n---\nfacts:\n  a.b: 1\n', 'directive'],
    ['depth', `facts:\n  a.b: ${'['.repeat(60)}${']'.repeat(60)}\n`, 'deep'],
  ])('is refused: %s', async (_, text, message) => {
    expect(await read(bytes(text))).toMatchObject({
      status: 'invalid',
      format: 'facts',
      message: expect.stringContaining(message),
    });
  });
});
