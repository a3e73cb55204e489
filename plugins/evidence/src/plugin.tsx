import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { evidenceApi } from './extensions/apis';
import { evidenceEntityContent } from './extensions/entityContents';
import { entityContentRouteRef } from './routes';

/** Shows what is known of an entity, and which artifacts say so. @public */
export const evidencePlugin = createFrontendPlugin({
  pluginId: 'evidence',
  title: 'Evidence',
  info: { packageJson: () => import('../package.json') },
  routes: { entityContent: entityContentRouteRef },
  extensions: [evidenceApi, evidenceEntityContent],
});
