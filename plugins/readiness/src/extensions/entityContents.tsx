import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityContentRouteRef } from '../routes';

export const readinessEntityContent = EntityContentBlueprint.make({
  params: {
    path: '/readiness',
    title: 'Readiness',
    routeRef: entityContentRouteRef,
    filter: { kind: 'component' },
    loader: () =>
      import('../components/ReadinessTab').then(m => <m.ReadinessTab />),
  },
});
