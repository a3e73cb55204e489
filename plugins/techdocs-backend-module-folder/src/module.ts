import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  DirectoryPreparer,
  techdocsPreparerExtensionPoint,
} from '@backstage/plugin-techdocs-node';
import { CopyingPreparer } from './CopyingPreparer';

/**
 * Renders the docs of entities with `backstage.io/techdocs-ref: dir:…` from a copy of their pages.
 *
 * @public
 */
export const techdocsModuleFolder = createBackendModule({
  pluginId: 'techdocs',
  moduleId: 'folder',
  register({ registerInit }) {
    registerInit({
      deps: {
        preparers: techdocsPreparerExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        reader: coreServices.urlReader,
      },
      async init({ preparers, config, logger, reader }) {
        preparers.registerPreparer(
          'dir',
          new CopyingPreparer(
            DirectoryPreparer.fromConfig(config, { logger, reader }),
          ),
        );
      },
    });
  },
});
