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

/** A value to filter records by, and how many have it. @public */
export interface FacetValue {
  value: string;
  count: number;
}

/**
 * What the records of an entity can be filtered by: the most frequent values first, at most 200 of each. `''` stands for records
 * that are bound to no environment, or to no branch.
 *
 * @public
 */
export interface RecordFacets {
  /** All records of the entity. */
  totalItems: number;
  kinds: FacetValue[];
  environments: FacetValue[];
  producers: FacetValue[];
  /** Git refs as they were pushed. */
  branches: FacetValue[];
}

/** @public */
export interface FactsResponse {
  items: Fact[];
}
