import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ScoreFilter,
  Verdict,
  VERDICTS,
} from '@maestro-conductor/plugin-readiness-common';

/** What services can be filtered by with several values, in the order of the screen. */
export const FILTER_FIELDS = [
  'owner',
  'system',
  'lifecycle',
  'tag',
  'level',
  'verdict',
] as const;

export type FilterField = (typeof FILTER_FIELDS)[number];

/** The level that stands for below all levels or without a score. */
export const NO_LEVEL = 'none';

/** The owner that stands for no group at all. */
export const NO_OWNER = 'none';

/** The server takes no more of one field. */
const MOST_VALUES = 20;
const LONGEST = 200;

/** What an address may name; a list that is absent is not known, and everything passes for it. */
export interface FilterNames {
  levels?: readonly string[];
  dimensions?: readonly string[];
}

/** A filter, and in words what of the address was left out of it. */
export interface ReadFilter {
  filter: ScoreFilter;
  ignored: string[];
}

function fullRef(value: string, defaultKind: string): string | undefined {
  try {
    return stringifyEntityRef(parseEntityRef(value, { defaultKind }));
  } catch {
    return undefined;
  }
}

/** The value as it is asked for; undefined where the field cannot have it. */
function valid(
  field: FilterField,
  value: string,
  names: FilterNames,
): string | undefined {
  if (value.length > LONGEST) return undefined;
  switch (field) {
    case 'owner':
      return value === NO_OWNER ? value : fullRef(value, 'group');
    case 'system':
      return fullRef(value, 'system');
    case 'level':
      return !names.levels || [...names.levels, NO_LEVEL].includes(value)
        ? value
        : undefined;
    case 'verdict':
      return VERDICTS.includes(value as Verdict) ? value : undefined;
    default:
      return value;
  }
}

const shorten = (value: string) =>
  value.length > 40 ? `${value.slice(0, 40)}…` : value;

/** Reads a filter from an address. What no service can have is left out and named, so that an old link still shows something. */
export function readScoreFilter(
  params: URLSearchParams,
  names: FilterNames = {},
): ReadFilter {
  const filter: ScoreFilter = {};
  const ignored: string[] = [];
  for (const field of FILTER_FIELDS) {
    const values = new Set<string>();
    for (const text of params.getAll(field).filter(Boolean)) {
      const value = valid(field, text, names);
      if (value === undefined) ignored.push(`${field} “${shorten(text)}”`);
      else values.add(value);
    }
    const kept = [...values];
    if (kept.length > MOST_VALUES) {
      ignored.push(`${field}: all after the first ${MOST_VALUES}`);
    }
    if (kept.length > 0) {
      Object.assign(filter, { [field]: kept.slice(0, MOST_VALUES) });
    }
  }
  const dimension = params.get('dimension');
  if (dimension) {
    const known = names.dimensions?.includes(dimension) ?? true;
    if (known && filter.verdict) filter.dimension = dimension;
    else ignored.push(`dimension “${shorten(dimension)}”`);
  }
  const search = params.get('search')?.trim();
  if (search && search.length <= LONGEST) filter.search = search;
  else if (search) ignored.push(`search “${shorten(search)}”`);
  return { filter, ignored };
}

/** The address with the filter in place of the one that was there, from the first page; all else stays. */
export function writeScoreFilter(
  params: URLSearchParams,
  filter: ScoreFilter,
): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete('cursor');
  for (const field of FILTER_FIELDS) {
    next.delete(field);
    for (const value of filter[field] ?? []) next.append(field, value);
  }
  next.delete('dimension');
  // Without a verdict a dimension says nothing.
  if (filter.dimension && filter.verdict?.length) {
    next.set('dimension', filter.dimension);
  }
  next.delete('search');
  if (filter.search) next.set('search', filter.search);
  return next;
}

/** Whether the filter leaves anything out. */
export function isFiltered(filter: ScoreFilter): boolean {
  return (
    Boolean(filter.search) || FILTER_FIELDS.some(field => filter[field]?.length)
  );
}
