import { createBackendModule } from '@backstage/backend-plugin-api';
import { evidenceExtensionPoint } from '@maestro-conductor/plugin-evidence-node';
import { catalogFactCollector } from './collector/catalogFactCollector';

/**
 * Derives facts from what the software catalog says of an entity.
 *
 * @public
 */
export const evidenceModuleCatalog = createBackendModule({
  pluginId: 'evidence',
  moduleId: 'catalog',
  register(env) {
    env.registerInit({
      deps: { evidence: evidenceExtensionPoint },
      async init({ evidence }) {
        evidence.addEntityFactCollector(catalogFactCollector);
      },
    });
  },
});
