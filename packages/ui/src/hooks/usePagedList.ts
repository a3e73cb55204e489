import { useCallback } from 'react';
import { DataSort } from '../components/DataTable';
import { useCursorTrail } from './useCursorTrail';

/** What the address holds of a list. @public */
export interface PagedListState {
  sort?: string;
  order?: 'asc' | 'desc';
  cursor?: string;
}

/** @public */
export interface PagedListOptions {
  state: PagedListState;
  onState(state: PagedListState): void;
  /** The page that is shown. */
  page: { nextCursor?: string } | undefined;
}

/** What a table needs to sort and page. A way that is not there is absent. @public */
export interface PagedList {
  onSort(sort: DataSort): void;
  onFirst?(): void;
  onPrevious?(): void;
  onNext?(): void;
}

/** Turns the state of a list in the address into the ways through it. A new order starts at the first page. @public */
export function usePagedList(options: PagedListOptions): PagedList {
  const { state, onState, page } = options;
  const trail = useCursorTrail();
  const { sort, order, cursor } = state;
  const goTo = (next: string | undefined) =>
    onState({ sort, order, cursor: next });
  const onSort = useCallback(
    (next: DataSort) => onState({ sort: next.column, order: next.order }),
    [onState],
  );
  const before = cursor ? trail.before(cursor) : undefined;
  const next = page?.nextCursor;
  return {
    onSort,
    onFirst: cursor ? () => goTo(undefined) : undefined,
    onPrevious: before?.known ? () => goTo(before.cursor) : undefined,
    onNext: next
      ? () => {
          trail.follow(cursor, next);
          goTo(next);
        }
      : undefined,
  };
}
