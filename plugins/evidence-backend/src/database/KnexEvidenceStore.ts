import { CatalogProjection, ChangeFeed } from '@maestro-conductor/backend-kit';
import {
  ChangePage,
  EvidenceChangeType,
  EvidenceRecord,
  EvidenceRecordPage,
  Fact,
  RecordFacets,
} from '@maestro-conductor/plugin-evidence-common';
import { Knex } from 'knex';
import { RetentionLimit } from '../domain/retention';
import { BlobStore } from './BlobStore';
import { EvidenceStore } from './EvidenceStore';
import { AddedRecord, addRecords, NewRecord } from './operations/addRecords';
import { countRecordFacets } from './operations/countRecordFacets';
import { listRecords, RecordsQuery } from './operations/listRecords';
import { putFacts } from './operations/putFacts';
import {
  FactHistoryQuery,
  readFactHistory,
} from './operations/readFactHistory';
import {
  FactSheetsQuery,
  readFactSheets,
  StoredFactSheet,
} from './operations/readFactSheets';
import {
  LatestFactsQuery,
  readLatestFacts,
} from './operations/readLatestFacts';
import { removeExpiredContent } from './operations/removeExpiredContent';
import { removeOldFacts } from './operations/removeOldFacts';
import { NewFact } from './operations/writeFacts';
import { rowToFact, rowToRecord } from './rows';
import { DbFactRow, DbRecordRow } from './tables';

/** Evidence in SQLite or PostgreSQL. */
export class KnexEvidenceStore implements EvidenceStore {
  constructor(
    private readonly options: {
      knex: Knex;
      blobs: BlobStore;
      feed: ChangeFeed<EvidenceChangeType>;
      projection: CatalogProjection;
    },
  ) {}

  async addRecord(item: NewRecord): Promise<AddedRecord> {
    const [added] = await this.addRecords([item]);
    return added;
  }

  async addRecords(items: readonly NewRecord[]): Promise<AddedRecord[]> {
    return addRecords(this.options, items);
  }

  async putFacts(facts: readonly NewFact[], now: Date): Promise<number> {
    return putFacts(this.options, facts, now);
  }

  async getRecord(id: string): Promise<EvidenceRecord | undefined> {
    const row = await this.options
      .knex<DbRecordRow>('records')
      .leftJoin('blobs', 'blobs.sha256', 'records.sha256')
      .where({ id })
      .first('records.*', 'blobs.removed_at');
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

  async countRecordFacets(entity: {
    tenant: string;
    entityRef: string;
  }): Promise<RecordFacets> {
    return countRecordFacets(this.options.knex, entity);
  }

  async removeExpiredContent(request: {
    limits: RetentionLimit[];
    now: Date;
  }): Promise<number> {
    return removeExpiredContent(this.options, request);
  }

  async removeOldFacts(receivedBefore: Date): Promise<number> {
    return removeOldFacts(this.options.knex, receivedBefore);
  }

  async readBlob(sha256: string): Promise<AsyncIterable<Buffer> | undefined> {
    return this.options.blobs.read(sha256);
  }

  async readLatestFacts(query: LatestFactsQuery): Promise<Fact[]> {
    const facts = await readLatestFacts(this.options.knex, query);
    return facts.map(({ fact }) => fact);
  }

  async readFactSheets(query: FactSheetsQuery): Promise<StoredFactSheet[]> {
    const { knex, projection } = this.options;
    return readFactSheets(knex, projection, query);
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
