import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import path from 'node:path';
import { FolderCatalog } from './FolderCatalog';
import { copyToFolder } from './copyToFolder';
import { examples } from './createPublishFolderAction.examples';
import { entityRefsOf } from './entityRefsOf';
import { readTree } from './readTree';

/**
 * The action `publish:folder`: keeps files of the workspace as one folder below `root`, asks the catalog to read its
 * `catalog-info.yaml`, and waits until the first entity of it is there. Doing it again with the same files changes
 * nothing; a folder with other files, or an entity that is registered from elsewhere, is refused. A dry run makes all
 * checks and writes nothing.
 */
export function createPublishFolderAction(options: {
  root: string;
  catalog: FolderCatalog;
}) {
  const { root, catalog } = options;
  return createTemplateAction({
    id: 'publish:folder',
    description:
      'Keeps the files of the workspace in a folder of the portal’s machine and registers them in the catalog',
    supportsDryRun: true,
    examples,
    schema: {
      input: {
        name: z =>
          z
            .string()
            .describe(
              'Name of the new folder: lower-case letters, digits and single hyphens, at most 63 characters',
            ),
        sourcePath: z =>
          z
            .string()
            .optional()
            .describe('Folder of the workspace to keep; all of it by default'),
      },
      output: {
        path: z => z.string().describe('Where the files are on the machine'),
        entityRef: z => z.string().describe('The entity that was registered'),
      },
    },
    async handler(ctx) {
      const { name, sourcePath = '.' } = ctx.input;
      const source = resolveSafeChildPath(ctx.workspacePath, sourcePath);
      const files = await readTree(source);
      const entityRefs = entityRefsOf(files.get('catalog-info.yaml'));
      const catalogFile = path.join(root, name, 'catalog-info.yaml');
      await catalog.assertFree(entityRefs, catalogFile);

      const { folder, status } = await copyToFolder({
        root,
        name,
        files,
        dryRun: ctx.isDryRun,
      });
      ctx.output('path', folder);
      ctx.output('entityRef', entityRefs[0]);
      if (ctx.isDryRun) {
        ctx.logger.info(
          `Would keep ${files.size} files in ${folder} and register ${entityRefs[0]}`,
        );
        return;
      }
      ctx.logger.info(
        status === 'created'
          ? `Kept ${files.size} files in ${folder}`
          : `${folder} holds these files already`,
      );
      await catalog.register(entityRefs[0], { signal: ctx.signal });
      ctx.logger.info(`${entityRefs[0]} is in the catalog`);
    },
  });
}
