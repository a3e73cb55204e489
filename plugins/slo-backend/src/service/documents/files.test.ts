import { Readable } from 'node:stream';
import fs from 'node:fs';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { documentRoots } from './documentRoots';
import { LocalFiles } from './LocalFiles';
import { RemoteFiles } from './RemoteFiles';

const directory = createMockDirectory();
const signal = new AbortController().signal;

describe('LocalFiles', () => {
  beforeEach(() => directory.clear());
  const names = async (target = 'slo') => {
    const local = new LocalFiles([directory.resolve('slo')]);
    const files = await local.read(directory.resolve(target));
    return files.map(({ file }) => file.split('/slo/')[1]);
  };

  it('reads YAML files in the order of their paths, and nothing else', async () => {
    directory.setContent({
      slo: {
        'b.yaml': '',
        'a.YML': '',
        'a.json': '',
        '.hidden': { 'c.yaml': '' },
        node_modules: { 'd.yaml': '' },
        c: { 'e.yaml': '' },
      },
    });
    expect(await names()).toEqual(['a.YML', 'b.yaml', 'c/e.yaml']);
    expect(await names('slo/c/e.yaml')).toEqual(['c/e.yaml']);
  });

  it('follows no link out of its folders', async () => {
    directory.setContent({ slo: {}, other: { 'x.yaml': 'secret' } });
    fs.symlinkSync(directory.resolve('other'), directory.resolve('slo/in'));
    expect(await names()).toEqual([]);
    await expect(names('slo/in')).rejects.toThrow(/slo\.folders/);
    await expect(names('slo-of-others')).rejects.toThrow(/slo\.folders/);
    await expect(names('slo/none.yaml')).rejects.toThrow(/There is no file/);
  });

  it('refuses what is too much', async () => {
    directory.setContent({ slo: { 'a.yaml': 'x'.repeat(1024 * 1024 + 1) } });
    await expect(names()).rejects.toThrow(/a file may have 1048576/);
    directory.setContent({
      slo: Object.fromEntries(
        Array.from({ length: 201 }, (_, index) => [`${index}.yaml`, '']),
      ),
    });
    await expect(names()).rejects.toThrow(/too many files/);
  });
});

describe('RemoteFiles', () => {
  const create = (
    readUrl: NonNullable<
      Parameters<typeof mockServices.urlReader.mock>[0]
    >['readUrl'],
  ) =>
    new RemoteFiles({
      reader: mockServices.urlReader.mock({ readUrl }),
      timeoutMs: 20,
    });

  it('gives up on an address that does not answer', async () => {
    const remote = create(() => new Promise(() => {}));
    await expect(
      remote.read('https://slo.example.com/a.yaml', signal),
    ).rejects.toThrow(/a\.yaml did not answer within 0\.02 seconds/);
  });

  it('ends a stream that does not end', async () => {
    let read = 0;
    const endless = Readable.from(
      (function* parts() {
        for (;;) {
          read += 1;
          yield Buffer.alloc(64 * 1024);
        }
      })(),
    );
    const remote = create(async () => ({
      buffer: async () => Buffer.alloc(0),
      stream: () => endless,
    }));
    await expect(
      remote.read('https://slo.example.com/a.yaml', signal),
    ).rejects.toThrow(/a file may have 1048576/);
    expect(endless.destroyed).toBe(true);
    expect(read).toBeLessThan(50);
  });
});

describe('documentRoots', () => {
  it('names the folders of the configuration and those of catalog files', () => {
    const config = new ConfigReader({
      catalog: {
        locations: [
          { type: 'file', target: '../../examples/all.yaml' },
          { type: 'file', target: '/data/*/catalog-info.yaml' },
          { type: 'url', target: 'https://a.example.com/b.yaml' },
        ],
        providers: { folder: { root: '../services' } },
      },
    });
    expect(documentRoots(config, ['slo'])).toEqual([
      'slo',
      '../../examples',
      '/data',
      '../services',
    ]);
  });
});
