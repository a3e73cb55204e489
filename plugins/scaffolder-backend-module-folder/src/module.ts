import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import path from 'node:path';
import { FolderCatalog } from './FolderCatalog';
import { createPublishFolderAction } from './createPublishFolderAction';

/**
 * Adds the action `publish:folder` where `scaffolder.folder.root` is configured.
 *
 * @public
 */
export const scaffolderModuleFolder = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'folder',
  register({ registerInit }) {
    registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
      },
      async init({ actions, auth, catalog, config }) {
        const configured = config.getOptionalString('scaffolder.folder.root');
        if (configured) {
          const root = path.resolve(configured);
          actions.addActions(
            createPublishFolderAction({
              root,
              catalog: new FolderCatalog({ root, auth, catalog }),
            }),
          );
        }
      },
    });
  },
});
