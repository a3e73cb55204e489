import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityContentRouteRef } from '../routes';

export const evidenceEntityContent = EntityContentBlueprint.make({
  params: {
    path: '/evidence',
    title: 'Evidence',
    routeRef: entityContentRouteRef,
    filter: { kind: { $in: ['component', 'api', 'resource', 'system'] } },
    loader: () =>
      import('../components/EvidenceTab').then(m => <m.EvidenceTab />),
  },
});
