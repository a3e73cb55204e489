import {
  EvidenceKind,
  isEvidenceKind,
  RECORD_FRESHNESS,
  RecordFreshness,
} from '@maestro-conductor/plugin-evidence-common';

/** Filters of which several values may be chosen, as they are called in the address. */
export const LIST_FIELDS = [
  'kind',
  'environment',
  'branch',
  'producer',
] as const;

/** @internal */
export type ListField = (typeof LIST_FIELDS)[number];

/** Which records are shown. Of a list, records with one of its values; `''` is bound to none. All where it is absent. */
export interface RecordFilter {
  kind?: EvidenceKind[];
  environment?: string[];
  branch?: string[];
  producer?: string[];
  freshness?: RecordFreshness;
  /** First day, `2026-03-01`, UTC. */
  from?: string;
  /** Last day, included. */
  to?: string;
  search?: string;
}

/** As many as the backend takes. */
const MAX_VALUES = 20;
const FIELDS = [...LIST_FIELDS, 'freshness', 'from', 'to', 'search'] as const;
/** What belongs to the list that was filtered. */
const OF_THE_LIST = ['cursor', 'record'];

/** The filter of an address; values that are none are left out. */
export function readRecordFilter(params: URLSearchParams): RecordFilter {
  const list = (field: ListField) => {
    const values = [...new Set(params.getAll(field))].slice(0, MAX_VALUES);
    return values.length > 0 ? values : undefined;
  };
  const kinds = list('kind')?.filter(isEvidenceKind);
  return {
    kind: kinds && kinds.length > 0 ? kinds : undefined,
    environment: list('environment'),
    branch: list('branch'),
    producer: list('producer'),
    freshness: RECORD_FRESHNESS.find(
      state => state === params.get('freshness'),
    ),
    from: readDay(params.get('from')),
    to: readDay(params.get('to')),
    search: params.get('search')?.trim().slice(0, 200) || undefined,
  };
}

/** An address with another filter, on the first page. Other parameters stay. */
export function writeRecordFilter(
  current: URLSearchParams,
  filter: RecordFilter,
): URLSearchParams {
  const params = new URLSearchParams(current);
  for (const name of [...FIELDS, ...OF_THE_LIST]) params.delete(name);
  for (const field of FIELDS) {
    const value = filter[field];
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) params.append(field, one);
    }
  }
  return params;
}

/** The moments from which and before which a filter takes records: ISO 8601, UTC. */
export function rangeOf(filter: RecordFilter): { from?: string; to?: string } {
  const DAY_MS = 24 * 60 * 60 * 1000;
  const { from, to } = filter;
  return {
    from: from && new Date(from).toISOString(),
    to: to && new Date(Date.parse(to) + DAY_MS).toISOString(),
  };
}

function readDay(text: string | null): string | undefined {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const day = new Date(text);
  const exists =
    !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  return exists ? text : undefined;
}
