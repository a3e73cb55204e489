import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { FileDefinitionProcessor } from './FileDefinitionProcessor';
import { FolderLocationProvider } from './FolderLocationProvider';

/**
 * Lets API entities of catalog files take their definition from a file beside them, and registers the services of the
 * folder `catalog.providers.folder.root`, where it is set.
 *
 * @public
 */
export const catalogModuleFolder = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'folder',
  register({ registerInit }) {
    registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ catalog, config }) {
        catalog.addProcessor(new FileDefinitionProcessor());
        const root = config.getOptionalString('catalog.providers.folder.root');
        if (root) {
          catalog.addEntityProvider(new FolderLocationProvider(root));
        }
      },
    });
  },
});
