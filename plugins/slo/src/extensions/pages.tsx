import { PageBlueprint } from '@backstage/frontend-plugin-api';
import TrackChangesIcon from '@material-ui/icons/TrackChanges';
import { rootRouteRef } from '../routes';

export const sloPage = PageBlueprint.make({
  params: {
    path: '/slo',
    title: 'SLOs',
    icon: <TrackChangesIcon fontSize="inherit" />,
    routeRef: rootRouteRef,
    loader: () =>
      import('../components/SloPage').then(({ SloPage }) => <SloPage />),
  },
});
