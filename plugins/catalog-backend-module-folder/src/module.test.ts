import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { createBackendModule } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import catalogModuleFolder from '.';

const api = (name: string, definition: string) => `---
apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: ${name} }
spec:
  type: openapi
  lifecycle: experimental
  owner: group:default/crew
  definition: ${definition}
`;

// Starts a whole catalog.
jest.setTimeout(60_000);

describe('catalogModuleFolder', () => {
  const mockDir = createMockDirectory();

  async function start(): Promise<CatalogService> {
    let catalog: CatalogService;
    await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleFolder,
        mockServices.rootConfig.factory({
          data: {
            catalog: { providers: { folder: { root: mockDir.path } } },
          },
        }),
        createBackendModule({
          pluginId: 'catalog',
          moduleId: 'test',
          register: ({ registerInit }) =>
            registerInit({
              deps: { service: catalogServiceRef },
              init: async ({ service }) => {
                catalog = service;
              },
            }),
        }),
      ],
    });
    return catalog!;
  }

  it('reads each folder, and definitions that lie in it', async () => {
    mockDir.setContent({
      'secret.txt': 'not for the catalog',
      harbour: {
        'catalog-info.yaml': [
          api('beside', '{ $text: ./schema/openapi.yaml }'),
          api('inline', '"openapi: 3.1.0"'),
          api('above', '{ $text: ../secret.txt }'),
          api('absolute', `{ $text: ${mockDir.resolve('secret.txt')} }`),
          api('linked', '{ $text: ./link.yaml }'),
          api('missing', '{ $text: ./missing.yaml }'),
          api('large', '{ $text: ./large.yaml }'),
        ].join(''),
        schema: { 'openapi.yaml': 'openapi: 3.1.0 # a file' },
        'link.yaml': ({ symlink }) => symlink('../secret.txt'),
        'large.yaml': Buffer.alloc(2 * 1024 * 1024 + 1, 'a'),
      },
    });
    const catalog = await start();
    const credentials = mockCredentials.service();
    const definitions = async () => {
      const { items } = await catalog.getEntities(
        { filter: { kind: 'API' } },
        { credentials },
      );
      return Object.fromEntries(
        items.map(({ metadata, spec }) => [metadata.name, spec?.definition]),
      );
    };

    let found = await definitions();
    while (Object.keys(found).length < 2) {
      await new Promise(resolve => setTimeout(resolve, 200));
      found = await definitions();
    }
    expect(found).toEqual({
      beside: 'openapi: 3.1.0 # a file',
      inline: 'openapi: 3.1.0',
    });
  });
});
