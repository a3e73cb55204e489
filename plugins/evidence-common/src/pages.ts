import { EvidenceRecord } from './records';
import { Fact } from './facts';

/** A page of a list that goes on where `nextCursor` is present. @public */
export interface Page<T> {
  items: T[];
  nextCursor?: string;
}

/** @public */
export interface EvidenceRecordPage extends Page<EvidenceRecord> {
  /** All that match, on all pages. */
  totalItems: number;
}

/** @public */
export interface FactsResponse {
  items: Fact[];
}
