import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import VerifiedUserIcon from '@material-ui/icons/VerifiedUserOutlined';
import { readinessApi } from './extensions/apis';
import {
  readinessEntityCard,
  readinessGroupCard,
} from './extensions/entityCards';
import { readinessEntityContent } from './extensions/entityContents';
import { readinessHomeWidget } from './extensions/homeWidgets';
import { readinessPage } from './extensions/pages';
import {
  entityContentRouteRef,
  evidenceRouteRef,
  rootRouteRef,
} from './routes';

/** Shows how ready services and teams are for production, why, and what to do next. @public */
export const readinessPlugin = createFrontendPlugin({
  pluginId: 'readiness',
  title: 'Readiness',
  icon: <VerifiedUserIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { evidence: evidenceRouteRef },
  extensions: [
    readinessApi,
    readinessPage,
    readinessEntityCard,
    readinessGroupCard,
    readinessEntityContent,
    readinessHomeWidget,
  ],
});
