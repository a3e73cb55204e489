import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { techInsightsFactRetrieversExtensionPoint } from '@backstage-community/plugin-tech-insights-node';
import { serveBackend } from '../lib/serveBackend';
import { PEER_RETRIEVER, PEER_SHARE_NAMES, peerFactsOf } from './rules';
import { componentRefs } from './sample';

const shares = PEER_SHARE_NAMES.map(name => [
  name,
  { type: 'float', description: `Share: ${name}` },
]);

const factsModule = createBackendModule({
  pluginId: 'tech-insights',
  moduleId: 'bench',
  register(env) {
    env.registerInit({
      deps: {
        retrievers: techInsightsFactRetrieversExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ retrievers, config }) {
        const refs = componentRefs(config.getNumber('bench.size.components'));
        retrievers.addFactRetrievers({
          [PEER_RETRIEVER]: {
            id: PEER_RETRIEVER,
            version: '1.0.0',
            schema: {
              ...Object.fromEntries(shares),
              loadPassed: { type: 'boolean', description: 'Load test' },
              chaosPassed: { type: 'boolean', description: 'Chaos test' },
              chaosAgeDays: { type: 'integer', description: 'Its age' },
            },
            handler: async () =>
              refs.map((ref, index) => ({
                entity: parseEntityRef(ref),
                facts: peerFactsOf(index),
              })),
          },
        });
      },
    });
  },
});

const backend = createBackend();
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage-community/plugin-tech-insights-backend'));
backend.add(
  import('@backstage-community/plugin-tech-insights-backend-module-jsonfc'),
);
backend.add(factsModule);

serveBackend(backend);
