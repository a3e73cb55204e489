import {
  ChangePage,
  EvidenceChangeType,
  EvidenceRecord,
  EvidenceRecordPage,
  Fact,
} from '@maestro-conductor/plugin-evidence-common';
import { AddedRecord, NewRecord } from './operations/addRecord';
import { RecordsQuery } from './operations/listRecords';
import { FactHistoryQuery } from './operations/readFactHistory';
import { LatestFactsQuery } from './operations/readLatestFacts';

/** Records, their bytes, facts and the feed of changes. */
export interface EvidenceStore {
  /** Keeps a record with bytes, facts and changes, all or nothing. */
  addRecord(item: NewRecord): Promise<AddedRecord>;
  getRecord(id: string): Promise<EvidenceRecord | undefined>;
  /** The facts that were read from a record, by name. */
  getRecordFacts(id: string): Promise<Fact[]>;
  listRecords(query: RecordsQuery): Promise<EvidenceRecordPage>;
  readBlob(sha256: string): Promise<AsyncIterable<Buffer> | undefined>;
  readLatestFacts(query: LatestFactsQuery): Promise<Fact[]>;
  readFactHistory(query: FactHistoryQuery): Promise<Fact[]>;
  readChanges(request: {
    after: number;
    limit?: number;
  }): Promise<ChangePage<EvidenceChangeType>>;
  /** @returns How many changes were removed. */
  purgeChanges(olderThan: Date): Promise<number>;
}
