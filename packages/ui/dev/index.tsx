// `yarn workspace @maestro-conductor/ui start`: a page with every shared piece, at /pieces.
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { PiecesPage } from '../src/pieces/PiecesPage';

createDevApp({
  features: [
    createFrontendPlugin({
      pluginId: 'pieces',
      title: 'Shared pieces',
      extensions: [
        PageBlueprint.make({
          params: {
            path: '/pieces',
            title: 'Shared pieces',
            loader: async () => <PiecesPage />,
          },
        }),
      ],
    }),
  ],
});
