import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { sampleEntities } from './sample';

/** Fills the catalog with the sample, as large as `bench.size` of the configuration says. */
export const catalogModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'bench',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ catalog, config }) {
        const size = {
          components: config.getNumber('bench.size.components'),
          groups: config.getNumber('bench.size.groups'),
        };
        catalog.addEntityProvider({
          getProviderName: () => 'bench',
          async connect(connection) {
            const entities = sampleEntities(size).map(entity => ({ entity }));
            await connection.applyMutation({ type: 'full', entities });
          },
        });
      },
    });
  },
});
