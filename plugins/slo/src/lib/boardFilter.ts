import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  OBJECTIVE_STATUSES,
  ObjectiveQueryOptions,
  ObjectiveStatus,
} from '@maestro-conductor/plugin-slo-common';

/** What narrows a board. */
export type BoardFilter = Pick<
  ObjectiveQueryOptions,
  'owners' | 'statuses' | 'burning' | 'windows' | 'environment' | 'text'
>;

/** The owner that stands for no group at all. */
export const NO_OWNER = 'none';

/** The server takes no more of one field. */
export const MOST_VALUES = 20;
const LONGEST = 200;
const PARAMETERS = [
  'owner',
  'status',
  'burning',
  'window',
  'environment',
  'text',
] as const;

/** A filter, and in words what of the address was left out of it. */
export interface ReadBoardFilter {
  filter: BoardFilter;
  ignored: string[];
}

const shorten = (value: string) =>
  value.length > 40 ? `${value.slice(0, 40)}…` : value;

function ownerRef(value: string): string | undefined {
  if (value === NO_OWNER) return value;
  try {
    return stringifyEntityRef(parseEntityRef(value, { defaultKind: 'group' }));
  } catch {
    return undefined;
  }
}

const statusOf = (value: string): ObjectiveStatus | undefined =>
  OBJECTIVE_STATUSES.find(status => status === value);

const asWritten = (value: string) => value;

/** Reads a filter from an address. What no objective can have is left out and named, so that an old link still shows something. */
export function readBoardFilter(params: URLSearchParams): ReadBoardFilter {
  const ignored: string[] = [];
  function many<T extends string>(
    name: string,
    read: (value: string) => T | undefined,
  ): T[] | undefined {
    const values = new Set<T>();
    for (const text of params.getAll(name).filter(Boolean)) {
      const value = text.length > LONGEST ? undefined : read(text);
      if (value === undefined) ignored.push(`${name} “${shorten(text)}”`);
      else values.add(value);
    }
    const kept = [...values];
    if (kept.length > MOST_VALUES) {
      ignored.push(`${name}: all after the first ${MOST_VALUES}`);
    }
    return kept.length > 0 ? kept.slice(0, MOST_VALUES) : undefined;
  }
  function one(name: string): string | undefined {
    const value = params.get(name)?.trim();
    if (!value) return undefined;
    if (value.length <= LONGEST) return value;
    ignored.push(`${name} “${shorten(value)}”`);
    return undefined;
  }
  const filter: BoardFilter = {};
  const owners = many('owner', ownerRef);
  if (owners) filter.owners = owners;
  const statuses = many('status', statusOf);
  if (statuses) filter.statuses = statuses;
  const burning = params.get('burning');
  if (burning === 'true') filter.burning = true;
  else if (burning) ignored.push(`burning “${shorten(burning)}”`);
  const windows = many('window', asWritten);
  if (windows) filter.windows = windows;
  const environment = one('environment');
  if (environment) filter.environment = environment;
  const text = one('text');
  if (text) filter.text = text;
  return { filter, ignored };
}

/** The address with the filter in place of the one that was there, from the first page; all else stays. */
export function writeBoardFilter(
  params: URLSearchParams,
  filter: BoardFilter,
): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const name of [...PARAMETERS, 'cursor']) next.delete(name);
  for (const owner of filter.owners ?? []) next.append('owner', owner);
  for (const status of filter.statuses ?? []) next.append('status', status);
  if (filter.burning) next.set('burning', 'true');
  for (const window of filter.windows ?? []) next.append('window', window);
  if (filter.environment) next.set('environment', filter.environment);
  if (filter.text) next.set('text', filter.text);
  return next;
}

/** The search part of an address that shows a board. */
export function boardSearch(filter: BoardFilter): string {
  return `?${writeBoardFilter(new URLSearchParams({ view: 'board' }), filter)}`;
}

/** Whether an address says anything about what a board shows. */
export function namesFilter(params: URLSearchParams): boolean {
  return PARAMETERS.some(name => params.get(name));
}

/** Whether the filter leaves anything out. */
export function isFiltered(filter: BoardFilter): boolean {
  return Object.values(filter).some(Boolean);
}

/** The filter without what the summary leaves out: the status, and whether it burns. */
export function scopeOf(filter: BoardFilter): BoardFilter {
  const { statuses: _, burning: __, ...scope } = filter;
  return scope;
}
