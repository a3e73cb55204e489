import { createMockDirectory } from '@backstage/backend-test-utils';
import fs from 'node:fs/promises';
import { copyToFolder } from './copyToFolder';

const files = (entries: Record<string, string>) =>
  new Map(
    Object.entries(entries).map(([name, text]) => [name, Buffer.from(text)]),
  );

describe('copyToFolder', () => {
  const mockDir = createMockDirectory();
  const service = files({ 'README.md': '# a', 'docs/index.md': 'docs' });

  beforeEach(() => mockDir.clear());

  it('writes a folder once, and leaves nothing else behind', async () => {
    const root = mockDir.resolve('services');
    const publish = () => copyToFolder({ root, name: 'a', files: service });

    expect(await publish()).toEqual({
      folder: mockDir.resolve('services/a'),
      status: 'created',
    });
    expect(await publish()).toMatchObject({ status: 'unchanged' });
    expect(mockDir.content()).toEqual({
      services: { a: { 'README.md': '# a', docs: { 'index.md': 'docs' } } },
    });
  });

  it('writes nothing in a dry run, and says what it would do', async () => {
    const root = mockDir.resolve('services');
    expect(
      await copyToFolder({ root, name: 'a', files: service, dryRun: true }),
    ).toMatchObject({ status: 'created' });
    expect(mockDir.content()).toEqual({});
  });

  it.each([
    ['other content', { 'README.md': '# b', 'docs/index.md': 'docs' }],
    ['a file less', { 'README.md': '# a' }],
    [
      'a file more',
      { 'README.md': '# a', 'docs/index.md': 'docs', 'x.md': '' },
    ],
  ])('refuses a folder that holds %s', async (_what, other) => {
    const root = mockDir.path;
    await copyToFolder({ root, name: 'a', files: service });
    const before = mockDir.content();

    await expect(
      copyToFolder({ root, name: 'a', files: files(other) }),
    ).rejects.toThrow('exists and holds other files; choose another name');
    expect(mockDir.content()).toEqual(before);
  });

  it('refuses a name that a file has', async () => {
    mockDir.setContent({ a: 'a file' });
    await expect(
      copyToFolder({ root: mockDir.path, name: 'a', files: service }),
    ).rejects.toThrow('choose another name');
  });

  it.each([
    '',
    '.',
    '..',
    '../a',
    'a/b',
    '/etc',
    'a\\b',
    'A',
    'a--b',
    '-a',
    'a\n',
    'a\0',
    '.unfinished-x',
    'a'.repeat(64),
  ])('refuses the name %j', async name => {
    await expect(
      copyToFolder({ root: mockDir.path, name, files: service }),
    ).rejects.toThrow('name must be lower-case letters');
    expect(mockDir.content()).toEqual({});
  });

  it('writes no file outside of its folder', async () => {
    await expect(
      copyToFolder({
        root: mockDir.resolve('services'),
        name: 'a',
        files: files({ '../../escaped.txt': 'x' }),
      }),
    ).rejects.toThrow(/not allowed to refer to a (directory|location) outside/);
    expect(mockDir.content()).toEqual({ services: {} });
  });

  it('lets one of two win who publish the same name at once', async () => {
    const root = mockDir.path;
    const results = await Promise.allSettled(
      ['one', 'two', 'three'].map(text =>
        copyToFolder({ root, name: 'a', files: files({ 'a.txt': text }) }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(
      1,
    );
    expect(await fs.readdir(root)).toEqual(['a']);
  });
});
