import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ChangePage,
  EvidenceChangeType,
  Fact,
  PutFactsRequest,
  PutFactsResponse,
} from '@maestro-conductor/plugin-evidence-common';

/** @public */
export interface EvidenceServiceCallOptions {
  credentials: BackstageCredentials;
}

/** @public */
export interface LatestFactsRequest {
  /** 1 to 1,000 entity refs; an empty list is refused, it never means all. */
  entityRefs: string[];
  /** Facts of this environment, else those bound to none. */
  environment: string;
  /** Exact names; all facts where absent. */
  names?: string[];
  /** Prefer facts of this commit, from any branch; facts bound to other commits of other branches never appear. */
  commit?: string;
  /** ISO 8601: the facts as they stood at that moment. Now where absent. */
  asOf?: string;
}

/** @public */
export type FactSheetsRequest = Pick<
  LatestFactsRequest,
  'entityRefs' | 'environment'
>;

/** @public */
export interface FactHistoryRequest {
  entityRef: string;
  environment: string;
  names: string[];
  /** ISO 8601, inclusive. */
  from: string;
  /** ISO 8601, exclusive. */
  to: string;
}

/**
 * What other plugins read from evidence, and tell it. Implemented over HTTP, so that it works wherever the plugin runs.
 *
 * @public
 */
export interface EvidenceService {
  /** Latest fact per entity and name: greatest (observedAt, seq) on the default branch. */
  getLatestFacts(
    request: LatestFactsRequest,
    options: EvidenceServiceCallOptions,
  ): Promise<Fact[]>;

  /**
   * What `getLatestFacts` is made of where neither commit nor time is asked for: the UTF-8 JSON that evidence answers with, as it came. For
   * thousands of entities, which are better read (`readFactSheets`) away from the thread that answers others.
   */
  getFactSheets(
    request: FactSheetsRequest,
    options: EvidenceServiceCallOptions,
  ): Promise<Uint8Array>;

  /** Every value of the default branch in a range, oldest first, with the last one before `from` of each name. */
  getFactHistory(
    request: FactHistoryRequest,
    options: EvidenceServiceCallOptions,
  ): Promise<Fact[]>;

  /** The change feed. Throws a `ChangesGoneError` where `after` lies before what is kept. */
  getChanges(
    request: { after: number; limit?: number },
    options: EvidenceServiceCallOptions,
  ): Promise<ChangePage<EvidenceChangeType>>;

  /**
   * Tells facts of the calling plugin's own names: the first segment is its id. The same fact again (entity, environment, name, observedAt
   * and value) changes nothing. Facts of entities that are not in the catalog are rejected one by one; the others are kept.
   */
  putFacts(
    request: PutFactsRequest,
    options: EvidenceServiceCallOptions,
  ): Promise<PutFactsResponse>;
}
