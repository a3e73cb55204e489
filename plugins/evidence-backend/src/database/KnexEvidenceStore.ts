import { ChangeFeed } from '@maestro-conductor/backend-kit';
import {
  ChangePage,
  EvidenceChangeType,
  EvidenceRecord,
  EvidenceRecordPage,
  Fact,
} from '@maestro-conductor/plugin-evidence-common';
import { Knex } from 'knex';
import { BlobStore } from './BlobStore';
import { EvidenceStore } from './EvidenceStore';
import { AddedRecord, addRecord, NewRecord } from './operations/addRecord';
import { listRecords, RecordsQuery } from './operations/listRecords';
import {
  FactHistoryQuery,
  readFactHistory,
} from './operations/readFactHistory';
import {
  LatestFactsQuery,
  readLatestFacts,
} from './operations/readLatestFacts';
import { rowToFact, rowToRecord } from './rows';
import { DbFactRow, DbRecordRow } from './tables';

/** Evidence in SQLite or PostgreSQL. */
export class KnexEvidenceStore implements EvidenceStore {
  constructor(
    private readonly options: {
      knex: Knex;
      blobs: BlobStore;
      feed: ChangeFeed<EvidenceChangeType>;
    },
  ) {}

  async addRecord(item: NewRecord): Promise<AddedRecord> {
    return addRecord(this.options, item);
  }

  async getRecord(id: string): Promise<EvidenceRecord | undefined> {
    const row = await this.options
      .knex<DbRecordRow>('records')
      .where({ id })
      .first();
    return row && rowToRecord(row);
  }

  async getRecordFacts(id: string): Promise<Fact[]> {
    const rows: DbFactRow[] = await this.options
      .knex<DbFactRow>('facts')
      .where({ record_id: id })
      .orderBy('name');
    return rows.map(row => rowToFact(row).fact);
  }

  async listRecords(query: RecordsQuery): Promise<EvidenceRecordPage> {
    return listRecords(this.options.knex, query);
  }

  async readBlob(sha256: string): Promise<AsyncIterable<Buffer> | undefined> {
    return this.options.blobs.read(sha256);
  }

  async readLatestFacts(query: LatestFactsQuery): Promise<Fact[]> {
    const facts = await readLatestFacts(this.options.knex, query);
    return facts.map(({ fact }) => fact);
  }

  async readFactHistory(query: FactHistoryQuery): Promise<Fact[]> {
    return readFactHistory(this.options.knex, query);
  }

  async readChanges(request: {
    after: number;
    limit?: number;
  }): Promise<ChangePage<EvidenceChangeType>> {
    return this.options.feed.read(this.options.knex, request);
  }

  async purgeChanges(olderThan: Date): Promise<number> {
    return this.options.feed.purge(this.options.knex, olderThan);
  }
}
