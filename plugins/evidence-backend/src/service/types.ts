import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ProjectedEntity } from '@maestro-conductor/backend-kit';
import {
  ChangePage,
  EvidenceChangeType,
  EvidenceKind,
  EvidenceRecord,
  EvidenceRecordPage,
  Fact,
  FactReading,
  ItemError,
  PushRecordsResponse,
  PutFactsRequest,
  PutFactsResponse,
  RecordFacets,
  RecordFreshness,
} from '@maestro-conductor/plugin-evidence-common';
import { StoredFactSheet } from '../database/operations/readFactSheets';
import {
  FactHistoryRequest,
  LatestFactsRequest,
} from '@maestro-conductor/plugin-evidence-node';

/** On whose behalf a method is called. */
export interface EvidenceCallOptions {
  credentials: BackstageCredentials;
}

/** A file part as it was received, wherever it lies meanwhile. */
export interface UploadedFile {
  /** As sent by the client. */
  fileName: string;
  /** As sent by the client. */
  mediaType: string;
  /** SHA-256, lower-case hexadecimal. */
  sha256: string;
  /** The whole content, at most 50 MB. */
  read(): Promise<Buffer>;
}

/** What one item of a push turned out to say. */
export interface PushClaim {
  entity: ProjectedEntity;
  kind: EvidenceKind;
  environment: string;
  /** What the artifact states, without what is derived from it. */
  readings: FactReading[];
}

/** What an item of the manifest claims before its artifact is read. */
export type PushTarget = Pick<PushClaim, 'entity' | 'environment'> & {
  kind?: EvidenceKind;
};

export interface PushRecordsRequest {
  /** The items of the manifest as sent, 1 to 200. */
  items: unknown[];
  /** The file parts by the name of the part. */
  files: ReadonlyMap<string, UploadedFile>;
  /** Set on the way by what authorizes: asked before an artifact is read; undefined where it may be. */
  checkTarget?(target: PushTarget): Promise<ItemError | undefined>;
  /** Set on the way by what authorizes: asked before an item is kept; undefined where it may be. */
  checkClaim?(claim: PushClaim): ItemError | undefined;
  /** Set on the way by what authorizes: which similar refs the caller may be told. All where absent. */
  nearNames?(entityRef: string): Promise<string[]>;
}

export interface ListRecordsRequest {
  entityRef: string;
  /** Of each list, records that equal one of its values; all where it is absent. */
  kinds?: EvidenceKind[];
  environments?: string[];
  producers?: string[];
  /** Git refs as they were pushed. */
  refs?: string[];
  commit?: string;
  /** ISO 8601 with offset: observed then or later. */
  from?: string;
  /** ISO 8601 with offset: observed before. */
  to?: string;
  freshness?: RecordFreshness;
  /** A part of the file name, a whole run, or the beginning of a commit or SHA-256. */
  search?: string;
  /** 1 to 100, by default 25. */
  limit?: number;
  cursor?: string;
}

/** Which facts of one entity to read. */
export type EntityFactsRequest = Omit<LatestFactsRequest, 'entityRefs'> & {
  entityRef: string;
};

/** Of which entities to read all latest facts: those of the environment and those bound to none. */
export type FactSheetsRequest = Pick<
  LatestFactsRequest,
  'entityRefs' | 'environment'
>;

/** A record with the facts that were read from it. */
export interface RecordWithFacts extends EvidenceRecord {
  facts: Fact[];
}

/** The bytes of an artifact, at most 1 MiB at a time. */
export interface EvidenceContent {
  record: EvidenceRecord;
  bytes: AsyncIterable<Buffer>;
}

/** What the evidence plugin does, whoever asks by whatever protocol. */
export interface EvidenceManager {
  /**
   * Throws a NotAllowedError where the caller may push nothing at all; asked before a request is read.
   */
  assertMayPush(options: EvidenceCallOptions): Promise<void>;

  /** Keeps what of a push can be kept; each item is judged on its own. */
  pushRecords(
    request: PushRecordsRequest,
    options: EvidenceCallOptions,
  ): Promise<PushRecordsResponse>;

  /** Records of an entity, the last observed first. */
  listRecords(
    request: ListRecordsRequest,
    options: EvidenceCallOptions,
  ): Promise<EvidenceRecordPage>;

  /** What the records of an entity can be filtered by. */
  getRecordFacets(
    request: { entityRef: string },
    options: EvidenceCallOptions,
  ): Promise<RecordFacets>;

  getRecord(
    request: { id: string },
    options: EvidenceCallOptions,
  ): Promise<RecordWithFacts>;

  /** Throws a ContentGoneError where the bytes are no longer kept. */
  getContent(
    request: { id: string },
    options: EvidenceCallOptions,
  ): Promise<EvidenceContent>;

  getLatestFacts(
    request: LatestFactsRequest,
    options: EvidenceCallOptions,
  ): Promise<Fact[]>;

  /** All latest facts of many entities, in the form in which they are kept. What the caller may not see is left out. */
  getFactSheets(
    request: FactSheetsRequest,
    options: EvidenceCallOptions,
  ): Promise<StoredFactSheet[]>;

  /** As getLatestFacts of one entity; throws a NotFoundError where there is none, or none that the caller may see. */
  getEntityFacts(
    request: EntityFactsRequest,
    options: EvidenceCallOptions,
  ): Promise<Fact[]>;

  getFactHistory(
    request: FactHistoryRequest,
    options: EvidenceCallOptions,
  ): Promise<Fact[]>;

  /** Throws a ChangesGoneError where `after` lies before what is kept. */
  getChanges(
    request: { after: number; limit?: number },
    options: EvidenceCallOptions,
  ): Promise<ChangePage<EvidenceChangeType>>;

  /** Keeps facts that a plugin tells, under the names that are its own; each is judged on its own. */
  putFacts(
    request: PutFactsRequest,
    options: EvidenceCallOptions,
  ): Promise<PutFactsResponse>;
}
