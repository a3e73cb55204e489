import { createBackendModule } from '@backstage/backend-plugin-api';
import { standardReaders } from '@maestro-conductor/evidence-readers-engine';
import { evidenceExtensionPoint } from '@maestro-conductor/plugin-evidence-node';

/**
 * Teaches the evidence plugin to read what CI pushes: lcov, JUnit XML, k6 summaries, journals of the Chaos Toolkit and declared facts.
 *
 * @public
 */
export const evidenceModuleCi = createBackendModule({
  pluginId: 'evidence',
  moduleId: 'ci',
  register(env) {
    env.registerInit({
      deps: { evidence: evidenceExtensionPoint },
      async init({ evidence }) {
        evidence.addReader(...standardReaders);
      },
    });
  },
});
