import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityContentRouteRef } from '../routes';

export const sloEntityContent = EntityContentBlueprint.make({
  params: {
    path: '/slo',
    title: 'SLOs',
    routeRef: entityContentRouteRef,
    filter: { kind: 'component' },
    loader: () => import('../components/SloTab').then(m => <m.SloTab />),
  },
});
