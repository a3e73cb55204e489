import { createApiRef } from '@backstage/core-plugin-api';
import {
  EvidenceKind,
  EvidenceRecord,
  EvidenceRecordPage,
  Fact,
  FactsResponse,
  RecordFacets,
  RecordFreshness,
} from '@maestro-conductor/plugin-evidence-common';

/** @public */
export interface RecordsRequest {
  entityRef: string;
  /** Of each list, records that equal one of its values; `''` is bound to none. All where it is absent. */
  kinds?: readonly EvidenceKind[];
  environments?: readonly string[];
  producers?: readonly string[];
  /** Git refs as they were pushed. */
  branches?: readonly string[];
  freshness?: RecordFreshness;
  /** ISO 8601: observed then or later. */
  from?: string;
  /** ISO 8601: observed before. */
  to?: string;
  /** A part of the file name, a whole run, or the beginning of a commit or SHA-256. */
  search?: string;
  /** 1 to 100. */
  limit?: number;
  cursor?: string;
}

/** @public */
export type RecordWithFacts = EvidenceRecord & { facts: Fact[] };

/** The start of an artifact, as text. @public */
export interface ContentPreview {
  text: string;
  /** True where the artifact goes on behind the text. */
  truncated: boolean;
}

/**
 * What the screens ask of the evidence backend. All methods throw a `ResponseError` where the backend refuses or fails.
 *
 * @public
 */
export interface EvidenceApi {
  /** Newest first. */
  getRecords(
    request: RecordsRequest,
    signal?: AbortSignal,
  ): Promise<EvidenceRecordPage>;
  /** What the records of an entity can be filtered by. */
  getRecordFacets(
    entityRef: string,
    signal?: AbortSignal,
  ): Promise<RecordFacets>;
  getRecord(id: string, signal?: AbortSignal): Promise<RecordWithFacts>;
  /** The latest fact of each name. */
  getFacts(
    request: { entityRef: string; environment?: string },
    signal?: AbortSignal,
  ): Promise<FactsResponse>;
  /** At most `maxBytes` of an artifact; no more than that is read from the network. */
  previewContent(
    id: string,
    maxBytes: number,
    signal?: AbortSignal,
  ): Promise<ContentPreview>;
  /** All bytes of an artifact. */
  downloadContent(id: string): Promise<Blob>;
}

/** @public */
export const evidenceApiRef = createApiRef<EvidenceApi>({
  id: 'plugin.evidence.api',
});
