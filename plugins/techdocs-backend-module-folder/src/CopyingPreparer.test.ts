import { createMockDirectory } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import fs from 'node:fs/promises';
import { CopyingPreparer } from './CopyingPreparer';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'harbour' },
};

describe('CopyingPreparer', () => {
  const mockDir = createMockDirectory();
  const prepare = (etag?: string, foundEtag = '') =>
    new CopyingPreparer({
      shouldCleanPreparedDirectory: () => false,
      prepare: async () => ({
        preparedDir: mockDir.resolve('repo'),
        etag: foundEtag,
      }),
    }).prepare(entity, { etag } as Parameters<CopyingPreparer['prepare']>[1]);

  it('hands out pages and settings, and nothing else of the folder', async () => {
    mockDir.setContent({
      'secret.txt': 'secret',
      repo: {
        'mkdocs.yml': 'site_name: harbour\ndocs_dir: pages\nx: !ENV [HOME]\n',
        pages: {
          'index.md': '# Harbour',
          deep: { 'a.md': 'a' },
          'link.md': ({ symlink }) => symlink('../../secret.txt'),
        },
        src: { 'index.ts': '' },
      },
    });
    const { preparedDir, etag } = await prepare();
    const files = await fs.readdir(preparedDir, { recursive: true });
    expect(files.sort()).toEqual([
      'mkdocs.yml',
      'pages',
      'pages/deep',
      'pages/deep/a.md',
      'pages/index.md',
    ]);
    await fs.rm(preparedDir, { recursive: true });

    await expect(prepare(etag)).rejects.toMatchObject({
      name: 'NotModifiedError',
    });
    await fs.writeFile(mockDir.resolve('repo/pages/index.md'), '# Port');
    const changed = await prepare(etag);
    expect(changed.etag).not.toBe(etag);
    await fs.rm(changed.preparedDir, { recursive: true });
  });

  it('takes docs where there are no settings', async () => {
    mockDir.setContent({ repo: { docs: { 'index.md': '# Harbour' } } });
    const { preparedDir } = await prepare();
    expect(await fs.readdir(preparedDir)).toEqual(['docs']);
    await fs.rm(preparedDir, { recursive: true });
  });

  it.each(['..', '/etc', '../other', 'linked'])(
    'refuses pages in %s',
    async docsDir => {
      mockDir.setContent({
        other: { 'index.md': 'secret' },
        repo: {
          'mkdocs.yml': `docs_dir: ${docsDir}`,
          linked: ({ symlink }) => symlink('../other'),
        },
      });
      await expect(prepare()).rejects.toThrow(/not allowed to refer to a/);
    },
  );

  it('passes on what came from a web address', async () => {
    expect(await prepare(undefined, 'v1')).toEqual({
      preparedDir: mockDir.resolve('repo'),
      etag: 'v1',
    });
  });
});
