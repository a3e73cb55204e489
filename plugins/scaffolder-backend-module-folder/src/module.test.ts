import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  ActionContext,
  scaffolderActionsExtensionPoint,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import scaffolderModuleFolder from '.';

const CATALOG_INFO = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: harbour }
spec: { type: service, lifecycle: experimental, owner: group:default/crew }
`;

// Starts a whole catalog.
jest.setTimeout(60_000);

describe('scaffolderModuleFolder', () => {
  const mockDir = createMockDirectory();
  const root = mockDir.resolve('services');

  /** Starts a backend with the module and a catalog that reads the folder, and hands out its actions. */
  async function start(config: JsonObject) {
    const added: TemplateAction<any, any, any>[] = [];
    await startTestBackend({
      extensionPoints: [
        [
          scaffolderActionsExtensionPoint,
          { addActions: (...actions) => added.push(...actions) },
        ],
      ],
      features: [
        scaffolderModuleFolder,
        catalogPlugin,
        mockServices.rootConfig.factory({ data: config }),
      ],
    });
    return added;
  }

  function context(input: JsonObject, isDryRun = false) {
    const output = jest.fn();
    const ctx = {
      input,
      isDryRun,
      workspacePath: mockDir.resolve('workspace'),
      logger: mockServices.logger.mock(),
      output,
    } as unknown as ActionContext<any, any>;
    return { ctx, output };
  }

  it('brings no action where no folder is configured', async () => {
    expect(await start({})).toEqual([]);
  });

  it('publishes and registers, once, and refuses what others have', async () => {
    mockDir.setContent({
      workspace: {
        'catalog-info.yaml': CATALOG_INFO,
        'README.md': '# harbour',
      },
      services: {
        other: {
          'catalog-info.yaml': CATALOG_INFO.replace('harbour', 'taken'),
        },
      },
    });
    const [action] = await start({
      scaffolder: { folder: { root } },
      catalog: {
        processingInterval: { minutes: 10 },
        locations: [{ type: 'file', target: `${root}/*/catalog-info.yaml` }],
      },
    });
    expect(action).toMatchObject({
      id: 'publish:folder',
      supportsDryRun: true,
    });
    expect(action.examples).toHaveLength(2);

    const dry = context({ name: 'harbour' }, true);
    await action.handler(dry.ctx);
    expect(dry.output).toHaveBeenCalledWith(
      'entityRef',
      'component:default/harbour',
    );
    expect(Object.keys((mockDir.content() as JsonObject).services!)).toEqual([
      'other',
    ]);

    const first = context({ name: 'harbour' });
    await action.handler(first.ctx);
    expect(first.output).toHaveBeenCalledWith('path', `${root}/harbour`);
    expect(first.ctx.logger.info).toHaveBeenLastCalledWith(
      'component:default/harbour is in the catalog',
    );

    const again = context({ name: 'harbour' });
    await action.handler(again.ctx);
    expect(again.ctx.logger.info).toHaveBeenCalledWith(
      `${root}/harbour holds these files already`,
    );

    await expect(
      action.handler(context({ name: 'elsewhere' }).ctx),
    ).rejects.toThrow(
      `component:default/harbour is registered already, from file:${root}/harbour/catalog-info.yaml`,
    );
    await expect(
      action.handler(context({ name: 'x', sourcePath: '../services' }).ctx),
    ).rejects.toThrow('not allowed to refer to a');
  });

  it('says what to configure where the catalog does not read the folder', async () => {
    mockDir.setContent({ workspace: { 'catalog-info.yaml': CATALOG_INFO } });
    const [action] = await start({ scaffolder: { folder: { root } } });
    await expect(
      action.handler(context({ name: 'harbour' }).ctx),
    ).rejects.toThrow(`the catalog does not read ${root}`);
  });
});
