import fc from 'fast-check';
import { EvidenceReader } from '@maestro-conductor/plugin-evidence-common';
import { MAX_ARTIFACT_BYTES } from './reader/bounds';
import { unpaced } from './reader/unpaced';
import { Recognition, recognise } from './recognise';
import { standardReaders } from './standardReaders';
import { bytes } from './testUtils/bytes';
import { allRealFiles, realFiles } from './testUtils/realFiles';
import { SAMPLES } from './testUtils/samples';

describe('recognise', () => {
  it.each(Object.entries(SAMPLES))(
    'knows %s by its content',
    async (format, text) => {
      expect(await recognise(bytes(text), standardReaders)).toMatchObject({
        status: 'ok',
        format,
      });
      const others = standardReaders.filter(other => other.format !== format);
      for (const other of others) {
        expect((await other.read(bytes(text), unpaced)).status).not.toBe('ok');
      }
    },
  );

  it('gives format, kind and media type with what was read', async () => {
    expect(await recognise(bytes(SAMPLES.facts), standardReaders)).toEqual({
      status: 'ok',
      format: 'facts',
      kind: 'facts',
      mediaType: 'application/json',
      facts: [
        { name: 'policy.coverage', type: 'number', value: 1, unit: 'ratio' },
      ],
    });
  });

  it('asks only readers of the kind, where one is given', async () => {
    const coverage = bytes(SAMPLES.lcov);
    expect(
      (await recognise(coverage, standardReaders, { kind: 'coverage' })).status,
    ).toBe('ok');
    expect(
      await recognise(coverage, standardReaders, { kind: 'tests' }),
    ).toEqual({
      status: 'not-recognised',
      message:
        'the content is of no known format; formats of the kind tests that can be read: junit',
    });
    expect(
      await recognise(coverage, standardReaders, { kind: 'sbom' }),
    ).toEqual({
      status: 'not-recognised',
      message:
        'the content is of no known format; no format of the kind sbom can be read here',
    });
  });

  it('prefers a reader that can read it to an earlier one that finds it broken', async () => {
    const grumpy: EvidenceReader = {
      format: 'grumpy',
      kind: 'scan',
      mediaType: 'text/plain',
      read: async () => ({ status: 'invalid', field: 'all', message: 'no' }),
    };
    const readers = [grumpy, ...standardReaders];
    expect(await recognise(bytes(SAMPLES.lcov), readers)).toMatchObject({
      status: 'ok',
      format: 'lcov',
    });
    expect(await recognise(bytes('prose'), readers)).toMatchObject({
      status: 'invalid',
      format: 'grumpy',
      field: 'all',
    });
  });

  it('names the formats of a file that was made to be two, and reads it as the kind that is given', async () => {
    const both = bytes(
      JSON.stringify({
        ...JSON.parse(SAMPLES.chaostoolkit),
        ...JSON.parse(SAMPLES['k6-summary']),
      }),
    );
    expect(await recognise(both, standardReaders)).toEqual({
      status: 'ambiguous',
      formats: [
        expect.objectContaining({ format: 'k6-summary', kind: 'load' }),
        expect.objectContaining({ format: 'chaostoolkit', kind: 'chaos' }),
      ],
      message:
        'the content can be read as k6-summary (kind load) and as chaostoolkit (kind chaos): say which kind it is',
    });
    expect(
      await recognise(both, standardReaders, { kind: 'chaos' }),
    ).toMatchObject({ status: 'ok', format: 'chaostoolkit' });
  });

  it('takes the first of two readers of one kind', async () => {
    const twin: EvidenceReader = {
      format: 'twin',
      kind: 'coverage',
      mediaType: 'text/plain',
      read: async () => ({ status: 'ok', facts: [] }),
    };
    expect(
      await recognise(bytes(SAMPLES.lcov), [...standardReaders, twin]),
    ).toMatchObject({ status: 'ok', format: 'lcov' });
  });

  it.each([
    ['an empty file', new Uint8Array(), 'the file is empty'],
    ['white space', bytes(' \n\t'), 'nothing but white space'],
    ['an archive', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 8), 'binary'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x68, 0, 0x69, 0), 'UTF-16LE'],
    ['UTF-16 of the other end', Uint8Array.of(0, 0x68, 0, 0x69), 'UTF-16BE'],
    ['broken UTF-8', Uint8Array.of(0x68, 0x69, 0xc3, 0x28), 'not valid UTF-8'],
  ])('says of %s what is wrong', async (_, content, message) => {
    expect(await recognise(content, standardReaders)).toEqual({
      status: 'not-recognised',
      message: expect.stringContaining(message),
    });
  });

  it.each([
    ['document types', '<!DOCTYPE'],
    ['brackets', '{"facts":['],
    ['braces by line', '{\n'],
    ['keys', 'facts '],
    ['list signs', '- '],
    ['comments', '#\n'],
  ])('answers in time for a megabyte of %s', async (_, text) => {
    const content = bytes(text.repeat(1_000_000 / text.length));
    expect((await recognise(content, standardReaders)).status).not.toBe('ok');
  });

  it('reads nothing above the bound', async () => {
    const huge = new Uint8Array(MAX_ARTIFACT_BYTES + 1).fill(0x20);
    expect(await recognise(huge, standardReaders)).toMatchObject({
      status: 'invalid',
      field: 'file',
    });
  });
});

/** What is wrong with an answer itself, whatever it says of the file. */
function complaints(result: Recognition): string[] {
  switch (result.status) {
    case 'ok':
      return result.facts
        .filter(({ value }) => typeof value === 'number' && !(value >= 0))
        .map(({ name }) => `${name} is negative or no number`);
    case 'invalid':
      return result.field && result.message.length > 10
        ? []
        : ['invalid without field or message'];
    default:
      return result.message ? [] : ['not recognised without a message'];
  }
}

describe('properties of recognise', () => {
  it('answers for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async content => {
        expect((await recognise(content, standardReaders)).status).not.toBe(
          'ok',
        );
      }),
    );
  });

  it('answers for any damage to a good file, with a field and a message where it is broken', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(SAMPLES)),
        fc.nat(),
        fc.string({ unit: 'binary', maxLength: 10 }),
        async (text, position, damage) => {
          const at = position % text.length;
          const damaged = text.slice(0, at) + damage + text.slice(at + 1);
          const result = await recognise(bytes(damaged), standardReaders);
          expect(complaints(result)).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is the same at every call', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(SAMPLES)),
        async text => {
          const first = await recognise(bytes(text), standardReaders);
          expect(await recognise(bytes(text), standardReaders)).toEqual(first);
        },
      ),
    );
  });
});

describe('recognise on real files', () => {
  const FORMATS: Record<string, string> = {
    lcov: 'lcov',
    junit: 'junit',
    k6: 'k6-summary',
    chaostoolkit: 'chaostoolkit',
  };
  if (!realFiles('lcov')) {
    it('needs CONDUCTOR_TEST_DATA, which is not set: nothing checked', () => {
      expect(process.env.CONDUCTOR_TEST_DATA).toBeFalsy();
    });
    return;
  }

  it.each(allRealFiles())(
    'takes $path for exactly what it is',
    async ({ path, content }) => {
      const [folder] = path.split('/');
      const takers: string[] = [];
      for (const reader of standardReaders) {
        const { status } = await reader.read(content, unpaced);
        if (status !== 'not-recognised') {
          takers.push(`${reader.format} ${status}`);
        }
      }
      const format = FORMATS[folder];
      expect(takers).toEqual(format ? [`${format} ok`] : []);
    },
  );
});
