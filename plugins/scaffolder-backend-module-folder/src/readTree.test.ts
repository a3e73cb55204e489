import { createMockDirectory } from '@backstage/backend-test-utils';
import { readTree } from './readTree';

describe('readTree', () => {
  const mockDir = createMockDirectory();

  it('reads all files, hidden ones too, in the order of their paths', async () => {
    mockDir.setContent({ 'b.txt': 'b', a: { '.gitignore': 'x' }, empty: {} });
    const files = await readTree(mockDir.path);
    expect([...files].map(([name, text]) => [name, String(text)])).toEqual([
      ['a/.gitignore', 'x'],
      ['b.txt', 'b'],
    ]);
  });

  it.each(['file', 'folder'])('refuses a link to a %s', async what => {
    mockDir.setContent({
      outside: { file: 'secret', folder: { file: 'secret' } },
      inside: {
        link: (ctx: { symlink(target: string): void }) =>
          ctx.symlink(`../outside/${what}`),
      },
    });
    await expect(readTree(mockDir.resolve('inside'))).rejects.toThrow(
      'link is no plain file',
    );
  });

  it('refuses more than 1,000 files and more than 20 MiB', async () => {
    const many = Array.from({ length: 1001 }, (_, i) => [`${i}.txt`, '']);
    mockDir.setContent(Object.fromEntries(many));
    await expect(readTree(mockDir.path)).rejects.toThrow('holds 1001 files');

    mockDir.setContent({
      a: Buffer.alloc(20 * 1024 * 1024),
      b: Buffer.alloc(1),
    });
    await expect(readTree(mockDir.path)).rejects.toThrow('larger than');
  });
});
