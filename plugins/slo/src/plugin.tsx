import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import TrackChangesIcon from '@material-ui/icons/TrackChanges';
import { sloApi } from './extensions/apis';
import { sloEntityCard, sloGroupCard } from './extensions/entityCards';
import { sloEntityContent } from './extensions/entityContents';
import { sloPage } from './extensions/pages';
import {
  entityContentRouteRef,
  objectiveRouteRef,
  readinessRouteRef,
  rootRouteRef,
} from './routes';

/** Shows how objectives fare, how much of their budgets is left, and what burns. @public */
export const sloPlugin = createFrontendPlugin({
  pluginId: 'slo',
  title: 'SLOs',
  icon: <TrackChangesIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    objective: objectiveRouteRef,
    entityContent: entityContentRouteRef,
  },
  externalRoutes: { readiness: readinessRouteRef },
  extensions: [sloApi, sloPage, sloEntityCard, sloGroupCard, sloEntityContent],
});
