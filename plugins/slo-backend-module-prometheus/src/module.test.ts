import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  SampleSource,
  sloExtensionPoint,
} from '@maestro-conductor/plugin-slo-node';
import { sloModulePrometheus } from './module';

describe('sloModulePrometheus', () => {
  it('brings the source of type prometheus to the plugin', async () => {
    const sources: SampleSource[] = [];
    const plugin = createBackendPlugin({
      pluginId: 'slo',
      register(env) {
        env.registerExtensionPoint(sloExtensionPoint, {
          addSampleSource: (...added) => {
            sources.push(...added);
          },
        });
        env.registerInit({ deps: {}, async init() {} });
      },
    });
    const data = {
      slo: {
        prometheus: { servers: [{ name: 'main', url: 'http://127.0.0.1:1' }] },
      },
    };
    await startTestBackend({
      features: [
        plugin,
        sloModulePrometheus,
        mockServices.rootConfig.factory({ data }),
      ],
    });
    expect(sources.map(({ type }) => type)).toEqual(['prometheus']);
  });
});
