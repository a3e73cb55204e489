import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { homeLayout } from './homeLayout';

export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [homeLayout],
});
