// `yarn workspace @maestro-conductor/plugin-slo start`: the screens with sample objectives, without a backend, at /slo.
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import sloPlugin, { sloApiRef } from '../src';
import { fakeSloApi } from '../src/__testUtils__/fakeSloApi';

const entities = ['gateway', 'policy-reasoner'].map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    annotations: {
      'maestro-conductor.dev/runbook': 'https://example.org/runbook',
    },
  },
}));

createDevApp({
  features: [
    sloPlugin,
    createFrontendModule({
      pluginId: 'slo',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: sloApiRef,
              deps: {},
              factory: () => fakeSloApi(),
            }),
        }),
      ],
    }),
    // Stands where the catalog would: links lead somewhere.
    createFrontendPlugin({
      pluginId: 'catalog',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: catalogApiRef,
              deps: {},
              factory: () => catalogApiMock({ entities }),
            }),
        }),
        PageBlueprint.make({
          params: {
            path: '/catalog/:namespace/:kind/:name',
            routeRef: entityRouteRef,
            title: 'Entity',
            loader: async () => <p>The page of the entity.</p>,
          },
        }),
      ],
    }),
  ],
});
