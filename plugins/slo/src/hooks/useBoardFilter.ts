import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  BoardFilter,
  ReadBoardFilter,
  readBoardFilter,
  writeBoardFilter,
} from '../lib/boardFilter';

/** The filter of the address, and a way to put another in its place. */
export interface BoardFilterState extends ReadBoardFilter {
  /** Starts at the first page. Adds an entry to the browser's history, unless `replace` is set. */
  onFilter(filter: BoardFilter, options?: { replace?: boolean }): void;
}

/** Keeps the filter of a board in the address, so that it can be linked to and the browser's back button undoes it. */
export function useBoardFilter(): BoardFilterState {
  const [params, setParams] = useSearchParams();
  const { filter, ignored } = readBoardFilter(params);
  // Other parameters, such as the sort order, must not make a new filter.
  const key = JSON.stringify(filter);
  const stable = useMemo<BoardFilter>(() => JSON.parse(key), [key]);
  const onFilter = useCallback<BoardFilterState['onFilter']>(
    (next, options = {}) =>
      setParams(
        current => {
          const written = writeBoardFilter(current, next);
          // With its last filter gone, the address still asks for a board.
          written.set('view', 'board');
          return written;
        },
        { replace: options.replace },
      ),
    [setParams],
  );
  return { filter: stable, ignored, onFilter };
}
