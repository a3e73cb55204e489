import { PagedListState } from './usePagedList';

/** The state of a list from the words in an address. A column that cannot be sorted by, or an order that is none, is left out. @public */
export function pagedListState(
  sorts: readonly string[],
  sort: string | undefined,
  order: string | undefined,
  cursor: string | undefined,
): PagedListState {
  return {
    sort: sort && sorts.includes(sort) ? sort : undefined,
    order: order === 'asc' || order === 'desc' ? order : undefined,
    cursor,
  };
}
