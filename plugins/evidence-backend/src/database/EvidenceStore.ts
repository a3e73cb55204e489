import {
  ChangePage,
  EvidenceChangeType,
  EvidenceRecord,
  EvidenceRecordPage,
  Fact,
  RecordFacets,
} from '@maestro-conductor/plugin-evidence-common';
import { RetentionLimit } from '../domain/retention';
import { AddedRecord, NewRecord } from './operations/addRecords';
import { RecordsQuery } from './operations/listRecords';
import { FactHistoryQuery } from './operations/readFactHistory';
import { FactSheetsQuery, StoredFactSheet } from './operations/readFactSheets';
import { LatestFactsQuery } from './operations/readLatestFacts';
import { NewFact } from './operations/writeFacts';

/** Records, their bytes, facts and the feed of changes. */
export interface EvidenceStore {
  /** Keeps a record with bytes, facts and changes, all or nothing. */
  addRecord(item: NewRecord): Promise<AddedRecord>;
  /** Keeps records of one push with bytes, facts and changes, all or nothing. @returns what became of each, in their order */
  addRecords(items: readonly NewRecord[]): Promise<AddedRecord[]>;
  /** Keeps facts that come without a record, all or nothing. @returns how many were not kept just so already */
  putFacts(facts: readonly NewFact[], now: Date): Promise<number>;
  getRecord(id: string): Promise<EvidenceRecord | undefined>;
  /** The facts that were read from a record, by name. */
  getRecordFacts(id: string): Promise<Fact[]>;
  listRecords(query: RecordsQuery): Promise<EvidenceRecordPage>;
  /** What the records of an entity can be filtered by. */
  countRecordFacets(entity: {
    tenant: string;
    entityRef: string;
  }): Promise<RecordFacets>;
  /** Undefined where the bytes are not kept any more. */
  readBlob(sha256: string): Promise<AsyncIterable<Buffer> | undefined>;
  readLatestFacts(query: LatestFactsQuery): Promise<Fact[]>;
  /** The latest facts of many entities, in few rows. */
  readFactSheets(query: FactSheetsQuery): Promise<StoredFactSheet[]>;
  readFactHistory(query: FactHistoryQuery): Promise<Fact[]>;
  readChanges(request: {
    after: number;
    limit?: number;
  }): Promise<ChangePage<EvidenceChangeType>>;
  /** Removes bytes that no record retains. @returns of how many artifacts */
  removeExpiredContent(request: {
    limits: RetentionLimit[];
    now: Date;
  }): Promise<number>;
  /** Removes facts of the history that are not the latest. @returns how many */
  removeOldFacts(receivedBefore: Date): Promise<number>;
  /** @returns How many changes were removed. */
  purgeChanges(olderThan: Date): Promise<number>;
}
