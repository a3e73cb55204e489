import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  readRecordFilter,
  RecordFilter,
  writeRecordFilter,
} from '../lib/recordFilter';

/** The filter of the address, and a way to put another in its place. */
export interface RecordFilterState {
  filter: RecordFilter;
  /** Goes to the first page. Adds an entry to the browser's history, unless `replace` is set. */
  onFilter(filter: RecordFilter, options?: { replace?: boolean }): void;
}

/** Keeps a filter in the address, so that it can be linked to and the browser's back button undoes it. */
export function useRecordFilter(): RecordFilterState {
  const [params, setParams] = useSearchParams();
  // Other parameters, such as the record that is open, must not make a new filter: it would load the list again.
  const key = JSON.stringify(readRecordFilter(params));
  const filter = useMemo<RecordFilter>(() => JSON.parse(key), [key]);
  const onFilter = useCallback<RecordFilterState['onFilter']>(
    (next, options = {}) =>
      setParams(current => writeRecordFilter(current, next), {
        replace: options.replace,
      }),
    [setParams],
  );
  return { filter, onFilter };
}
