import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { sloExtensionPoint } from '@maestro-conductor/plugin-slo-node';
import { readServers } from './config/readServers';
import { PrometheusSource } from './source/PrometheusSource';

/**
 * Reads the samples of objectives from Prometheus servers.
 *
 * @public
 */
export const sloModulePrometheus = createBackendModule({
  pluginId: 'slo',
  moduleId: 'prometheus',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        lifecycle: coreServices.lifecycle,
        slo: sloExtensionPoint,
      },
      async init({ config, lifecycle, slo }) {
        const source = new PrometheusSource(readServers(config));
        lifecycle.addShutdownHook(() => source.close());
        slo.addSampleSource(source);
      },
    });
  },
});
