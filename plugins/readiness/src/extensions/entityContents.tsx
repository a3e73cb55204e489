import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityContentRouteRef, READINESS_TAB_PATH } from '../routes';

export const readinessEntityContent = EntityContentBlueprint.make({
  params: {
    path: READINESS_TAB_PATH,
    title: 'Readiness',
    routeRef: entityContentRouteRef,
    filter: { kind: 'component' },
    loader: () =>
      import('../components/ReadinessTab').then(m => <m.ReadinessTab />),
  },
});
