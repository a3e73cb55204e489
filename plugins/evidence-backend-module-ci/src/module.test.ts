import { startTestBackend } from '@backstage/backend-test-utils';
import { recognise } from '@maestro-conductor/evidence-readers-engine';
import { EvidenceReader } from '@maestro-conductor/plugin-evidence-common';
import {
  EvidenceExtensionPoint,
  evidenceExtensionPoint,
} from '@maestro-conductor/plugin-evidence-node';
import evidenceModuleCi from '.';

class Collected implements EvidenceExtensionPoint {
  readonly readers: EvidenceReader[] = [];

  addReader(...readers: EvidenceReader[]) {
    this.readers.push(...readers);
  }

  addEntityFactCollector() {
    throw new Error('this module brings no collector');
  }
}

describe('evidenceModuleCi', () => {
  it('brings the readers for CI reports, each format once', async () => {
    const collected = new Collected();

    await startTestBackend({
      extensionPoints: [[evidenceExtensionPoint, collected]],
      features: [evidenceModuleCi],
    });

    expect(collected.readers.map(({ format, kind }) => [format, kind])).toEqual(
      [
        ['lcov', 'coverage'],
        ['junit', 'tests'],
        ['k6-summary', 'load'],
        ['chaostoolkit', 'chaos'],
        ['facts', 'facts'],
      ],
    );
    const report = 'SF:a.ts\nDA:1,1\nDA:2,0\nend_of_record\n';
    expect(
      await recognise(new TextEncoder().encode(report), collected.readers),
    ).toMatchObject({
      status: 'ok',
      facts: [{ name: 'test.coverage.lines', value: 0.5 }],
    });
  });
});
