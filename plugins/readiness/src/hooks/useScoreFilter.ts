import { ScoreFilter } from '@maestro-conductor/plugin-readiness-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  FilterNames,
  ReadFilter,
  readScoreFilter,
  writeScoreFilter,
} from '../lib/scoreFilter';

/** The filter of the address, and a way to put another in its place. */
export interface ScoreFilterState extends ReadFilter {
  /** Starts at the first page. Adds an entry to the browser's history, unless `replace` is set. */
  onFilter(filter: ScoreFilter, options?: { replace?: boolean }): void;
}

/** Keeps a filter in the address, so that it can be linked to and the browser's back button undoes it. */
export function useScoreFilter(names: FilterNames): ScoreFilterState {
  const [params, setParams] = useSearchParams();
  const { levels, dimensions } = names;
  // Other parameters, such as the sort order, must not make a new filter: it would load everything again.
  const { filter, ignored } = readScoreFilter(params, { levels, dimensions });
  const key = JSON.stringify(filter);
  const stable = useMemo<ScoreFilter>(() => JSON.parse(key), [key]);
  const onFilter = useCallback<ScoreFilterState['onFilter']>(
    (next, options = {}) =>
      setParams(current => writeScoreFilter(current, next), {
        replace: options.replace,
      }),
    [setParams],
  );
  return { filter: stable, ignored, onFilter };
}
