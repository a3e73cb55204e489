import { TestDatabases } from '@backstage/backend-test-utils';
import {
  CatalogProjection,
  ChangeFeed,
  sha256Hex,
} from '@maestro-conductor/backend-kit';
import {
  EvidenceChangeType,
  EvidenceRecord,
} from '@maestro-conductor/plugin-evidence-common';
import { applyMigrations } from '../database/migrations';
import { KnexBlobStore } from '../database/KnexBlobStore';
import { KnexEntityStore } from '../database/KnexEntityStore';
import { KnexEvidenceStore } from '../database/KnexEvidenceStore';
import { NewRecord } from '../database/operations/addRecords';
import { NewFact } from '../database/operations/writeFacts';

/** A migrated database with the stores upon it. */
export async function createStores(
  databases: TestDatabases,
  id: Parameters<TestDatabases['init']>[0],
) {
  const knex = await databases.init(id);
  await applyMigrations(knex);
  const feed = new ChangeFeed<EvidenceChangeType>({ table: 'changes' });
  const projection = new CatalogProjection();
  const blobs = new KnexBlobStore(knex);
  const store = new KnexEvidenceStore({ knex, blobs, feed, projection });
  const entities = new KnexEntityStore({ knex, projection, feed });
  return { knex, feed, projection, blobs, store, entities };
}

/** A record of the gateway with one fact for each entry of `values`, all observed at the same time. */
export function newRecord(
  id: string,
  options: {
    observedAt: string;
    receivedAt?: string;
    values?: Record<string, number>;
    content?: Buffer;
    sha256?: string;
    commit?: string;
    defaultBranch?: boolean;
    environment?: string;
    /** What the record says besides. */
    record?: Partial<EvidenceRecord>;
  },
): NewRecord {
  const {
    observedAt,
    receivedAt = observedAt,
    values = {},
    content = Buffer.from(id),
    sha256 = sha256Hex(content),
    commit = '',
    defaultBranch = true,
    environment = 'production',
  } = options;
  const bound = {
    tenant: 'default',
    entityRef: 'component:default/gateway',
    environment,
    commit,
    ref: '',
    defaultBranch,
  };
  return {
    content,
    record: {
      ...bound,
      id,
      kind: 'coverage',
      format: 'lcov',
      mediaType: 'text/plain',
      fileName: 'lcov.info',
      sha256,
      size: content.length,
      producer: 'external:ci-sample',
      run: '',
      attempt: 1,
      observedAt,
      receivedAt,
      ...options.record,
    },
    facts: Object.entries(values).map(
      ([name, value]): NewFact => ({
        ...bound,
        name,
        value,
        type: 'number',
        observedAt: new Date(observedAt),
        receivedAt: new Date(receivedAt),
        source: 'evidence:coverage',
        recordId: id,
      }),
    ),
  };
}
