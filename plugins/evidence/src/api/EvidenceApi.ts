import { createApiRef } from '@backstage/core-plugin-api';
import {
  EvidenceRecord,
  EvidenceRecordPage,
  Fact,
  FactsResponse,
} from '@maestro-conductor/plugin-evidence-common';

/** @public */
export interface RecordsRequest {
  entityRef: string;
  kind?: string;
  environment?: string;
  /** 1 to 200. */
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
