import { PagedListState } from '../hooks/usePagedList';

/** The state of a list from the words in an address; an order that is none is left out. */
export function pagedListState(
  sort: string | undefined,
  order: string | undefined,
  cursor: string | undefined,
): PagedListState {
  return {
    sort,
    order: order === 'asc' || order === 'desc' ? order : undefined,
    cursor,
  };
}
