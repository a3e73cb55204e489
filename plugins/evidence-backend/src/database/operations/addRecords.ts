import { ChangeFeed, insertValues } from '@maestro-conductor/backend-kit';
import {
  EvidenceChangeType,
  EvidenceRecord,
} from '@maestro-conductor/plugin-evidence-common';
import { Knex } from 'knex';
import { BlobStore } from '../BlobStore';
import { recordToRow, rowToRecord } from '../rows';
import { DbRecordRow } from '../tables';
import { chunks } from './chunks';
import { NewFact, writeFacts } from './writeFacts';

/** One item of a push, ready to be kept. */
export interface NewRecord {
  record: EvidenceRecord;
  content: Uint8Array;
  facts: NewFact[];
}

/** What became of it: `existing` where the same artifact of the same run was there. */
export interface AddedRecord {
  status: 'created' | 'existing';
  record: EvidenceRecord;
  /** How many facts came of it. */
  facts: number;
}

const IDENTITY = [
  'tenant',
  'entity_ref',
  'kind',
  'producer',
  'environment',
  'commit',
  'run',
  'attempt',
  'sha256',
] as const;

const UNLESS_KNOWN = `on conflict (${IDENTITY.map(column => `"${column}"`).join(
  ', ',
)}) do nothing returning "id"`;

const ROWS_PER_STATEMENT = 100;

/**
 * Keeps records with their bytes, facts and changes in one transaction: all or nothing. Two pushes of the same record at the same
 * time make one, and so do two in one list: the first is created.
 *
 * Rows are taken table by table and within each in the order of their key, so that two writers never wait for each other in a circle.
 *
 * @returns What became of each, in the order given.
 */
export async function addRecords(
  options: {
    knex: Knex;
    blobs: BlobStore;
    feed: ChangeFeed<EvidenceChangeType>;
  },
  items: readonly NewRecord[],
): Promise<AddedRecord[]> {
  if (items.length === 0) {
    return [];
  }
  const now = lastReceived(items);
  return options.knex.transaction(async tx => {
    const ids = await insertRecords(tx, items);
    const created = items.filter(({ record }) => ids.has(record.id));
    await options.blobs.put(
      tx,
      created.map(({ record, content }) => ({
        sha256: record.sha256,
        content,
      })),
      now,
    );
    const changes = await writeFacts(
      tx,
      created.flatMap(({ facts }) => facts),
    );
    const added: AddedRecord[] = [];
    for (const { record, facts } of items) {
      added.push(
        ids.has(record.id)
          ? { status: 'created', record, facts: facts.length }
          : await readExisting(tx, recordToRow(record)),
      );
    }
    // Last, because it holds back other writers of the feed until this transaction ends.
    await options.feed.append(
      tx,
      [
        ...changes,
        ...created.map(({ record }) => ({
          tenant: record.tenant,
          entityRef: record.entityRef,
          type: 'record' as const,
          ref: record.id,
        })),
      ],
      now,
    );
    return added;
  });
}

function lastReceived(items: readonly NewRecord[]): Date {
  const times = items.map(({ record }) => Date.parse(record.receivedAt));
  return new Date(Math.max(...times));
}

/** @returns The ids of those that were not there yet. */
async function insertRecords(
  tx: Knex.Transaction,
  items: readonly NewRecord[],
): Promise<Set<string>> {
  const keyed = items.map(({ record }) => {
    const row = recordToRow(record);
    return { row, key: IDENTITY.map(column => row[column]).join('\n') };
  });
  // Equal ones stay in their order, so that the first is the one that is kept.
  keyed.sort((a, b) => Number(a.key > b.key) - Number(a.key < b.key));
  const ids = new Set<string>();
  for (const chunk of chunks(keyed, ROWS_PER_STATEMENT)) {
    const inserted = await insertValues<DbRecordRow, { id: string }>(
      tx,
      chunk.map(({ row }) => row),
      { table: 'records', conflict: UNLESS_KNOWN },
    );
    inserted.forEach(({ id }) => ids.add(id));
  }
  return ids;
}

async function readExisting(
  tx: Knex.Transaction,
  row: DbRecordRow,
): Promise<AddedRecord> {
  const identity = Object.fromEntries(
    IDENTITY.map(column => [column, row[column]]),
  );
  const existing = await tx<DbRecordRow>('records').where(identity).first();
  if (!existing) {
    throw new Error('An evidence record vanished while it was pushed again');
  }
  const [{ count }] = await tx('facts')
    .where({ record_id: existing.id })
    .count({ count: '*' });
  return {
    status: 'existing',
    record: rowToRecord(existing),
    facts: Number(count),
  };
}
