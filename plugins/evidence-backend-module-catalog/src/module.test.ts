import { startTestBackend } from '@backstage/backend-test-utils';
import {
  EntityFactCollector,
  EvidenceExtensionPoint,
  evidenceExtensionPoint,
} from '@maestro-conductor/plugin-evidence-node';
import evidenceModuleCatalog from '.';

class Collected implements EvidenceExtensionPoint {
  readonly collectors: EntityFactCollector[] = [];

  addReader() {
    throw new Error('this module brings no reader');
  }

  addEntityFactCollector(...collectors: EntityFactCollector[]) {
    this.collectors.push(...collectors);
  }
}

describe('evidenceModuleCatalog', () => {
  it('brings the collector of catalog facts', async () => {
    const collected = new Collected();

    await startTestBackend({
      extensionPoints: [[evidenceExtensionPoint, collected]],
      features: [evidenceModuleCatalog],
    });

    expect(collected.collectors.map(({ name }) => name)).toEqual(['catalog']);
  });
});
