import { ChangeFeed } from '@maestro-conductor/backend-kit';
import {
  EvidenceChangeType,
  EvidenceRecord,
} from '@maestro-conductor/plugin-evidence-common';
import { Knex } from 'knex';
import { BlobStore } from '../BlobStore';
import { recordToRow, rowToRecord } from '../rows';
import { DbRecordRow } from '../tables';
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

/**
 * Keeps a record with its bytes, facts and changes, all or nothing. Two pushes of the same record at the same time make one.
 */
export async function addRecord(
  options: {
    knex: Knex;
    blobs: BlobStore;
    feed: ChangeFeed<EvidenceChangeType>;
  },
  { record, content, facts }: NewRecord,
): Promise<AddedRecord> {
  const row = recordToRow(record);
  const now = new Date(record.receivedAt);
  return options.knex.transaction(async tx => {
    const inserted = await tx<DbRecordRow>('records')
      .insert(row)
      .onConflict([...IDENTITY])
      .ignore()
      .returning('id');
    if (inserted.length === 0) {
      return readExisting(tx, row);
    }
    await options.blobs.put(tx, { sha256: record.sha256, content, now });
    const changes = await writeFacts(tx, facts);
    // Last, because it holds back other writers of the feed until this transaction ends.
    await options.feed.append(
      tx,
      [
        ...changes,
        {
          tenant: record.tenant,
          entityRef: record.entityRef,
          type: 'record',
          ref: record.id,
        },
      ],
      now,
    );
    return { status: 'created', record, facts: facts.length };
  });
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
