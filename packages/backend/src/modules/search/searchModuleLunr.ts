import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchEngineRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { PatientLunrEngine } from './PatientLunrEngine';

/** Search in memory that tells "nothing found" from "not read yet". */
export const searchModuleLunr = createBackendModule({
  pluginId: 'search',
  moduleId: 'patient-lunr',
  register(env) {
    env.registerInit({
      deps: {
        engines: searchEngineRegistryExtensionPoint,
        logger: coreServices.logger,
      },
      async init({ engines, logger }) {
        engines.setSearchEngine(new PatientLunrEngine({ logger }));
      },
    });
  },
});
