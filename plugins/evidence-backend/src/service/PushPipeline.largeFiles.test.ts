import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogWatcher, sha256Hex } from '@maestro-conductor/backend-kit';
import evidenceModuleCi from '@maestro-conductor/plugin-evidence-backend-module-ci';
import {
  EvidenceReader,
  Pace,
} from '@maestro-conductor/plugin-evidence-common';
import { evidenceExtensionPoint } from '@maestro-conductor/plugin-evidence-node';
import { component } from '../__testUtils__/entities';
import { createStores } from '../__testUtils__/stores';
import { freshnessRules } from '../domain/freshness';
import { CatalogSync } from './CatalogSync';
import { createPace } from './createPace';
import { DefaultEvidenceManager } from './DefaultEvidenceManager';
import { PluginFacts } from './PluginFacts';
import { PushPipeline } from './PushPipeline';
import { PushTraffic } from './PushTraffic';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const MEGABYTE = 1024 * 1024;

/** Whole pieces, as many as fit. */
function fill(megabytes: number, piece: string): string {
  return piece.repeat(
    Math.floor((megabytes * MEGABYTE) / Buffer.byteLength(piece)),
  );
}

/** With checksums, as lcov writes them where it is told to. */
function lcovOf(megabytes: number): Buffer {
  const lines = Array.from(
    { length: 10_000 },
    (_, i) => `DA:${i + 1},${i % 2},kZm0aWJhdG0gcXVlIG1pbg`,
  );
  const record = `SF:src/a.ts\n${lines.join('\n')}\nend_of_record\n`;
  return Buffer.from(fill(megabytes, record));
}

function junitOf(megabytes: number): Buffer {
  const testcase =
    '<testcase classname="com.example.RoutesTest" name="answers" time="0.1"/>\n';
  return Buffer.from(`<testsuite>${fill(megabytes, testcase)}</testsuite>`);
}

/** The readers that CI files get in the real backend. */
async function installedReaders(): Promise<EvidenceReader[]> {
  const readers: EvidenceReader[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        evidenceExtensionPoint,
        {
          addReader: (...added) => void readers.push(...added),
          addEntityFactCollector: () => {},
        },
      ],
    ],
    features: [evidenceModuleCi],
  });
  await backend.stop();
  return readers;
}

/** The readers, with how often a timer of 10 ms came to its turn while one of them was reading. */
function watched(readers: EvidenceReader[]) {
  const seen = { turns: 0 };
  const watching = readers.map(reader => ({
    ...reader,
    async read(content: Uint8Array, pace: Pace) {
      const timer = setInterval(() => {
        seen.turns += 1;
      }, 10);
      try {
        return await reader.read(content, pace);
      } finally {
        clearInterval(timer);
      }
    },
  }));
  return { seen, readers: watching };
}

describe('PushPipeline, given large files', () => {
  async function pushed(content: Buffer, pace: Pace) {
    const { store, entities } = await createStores(databases, 'SQLITE_3');
    const { seen, readers } = watched(await installedReaders());
    const now = () => new Date();
    const catalog = new CatalogSync({
      store: entities,
      watcher: new CatalogWatcher({
        catalog: catalogServiceMock({ entities: [component('gateway')] }),
        auth: mockServices.auth(),
      }),
      collectors: [],
      now,
    });
    const pipeline = new PushPipeline({
      catalog,
      readers,
      pace,
      freshness: freshnessRules(),
      newId: () => 'new',
      logger: mockServices.logger.mock(),
    });
    const manager = new DefaultEvidenceManager({
      store,
      catalog,
      pipeline,
      traffic: new PushTraffic(),
      pluginFacts: new PluginFacts({
        store,
        catalog,
        freshness: freshnessRules(),
      }),
      now,
    });
    const file = {
      fileName: 'report',
      mediaType: 'text/plain',
      sha256: sha256Hex(content),
      read: async () => content,
    };
    const { items } = await manager.pushRecords(
      {
        items: [{ file: 'report', entity: 'gateway' }],
        files: new Map([['report', file]]),
      },
      { credentials: mockCredentials.service('external:ci-sample') },
    );
    const [result] = items;
    return { result, turns: seen.turns };
  }

  it.each([
    ['lcov', lcovOf],
    ['JUnit', junitOf],
  ])(
    'lets other work have its turn while it reads 49 MiB of %s',
    async (_, reportOf) => {
      const content = reportOf(49);
      expect(content.length).toBeGreaterThan(48 * MEGABYTE);
      const { result, turns } = await pushed(content, createPace());
      expect(result).toMatchObject({ status: 'created' });
      expect(turns).toBeGreaterThanOrEqual(20);
    },
    120_000,
  );

  it('would not without a pace', async () => {
    const { result, turns } = await pushed(junitOf(5), async () => {});
    expect(result).toMatchObject({ status: 'created' });
    expect(turns).toBe(0);
  }, 60_000);
});
