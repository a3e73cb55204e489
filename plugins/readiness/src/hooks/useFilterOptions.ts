import { useApi } from '@backstage/core-plugin-api';
import { ScoreFilter } from '@maestro-conductor/plugin-readiness-common';
import { useLoad } from '@maestro-conductor/ui';
import { useCallback, useMemo } from 'react';
import { readinessApiRef } from '../api';
import { FilterOptions, filterOptions } from '../lib/filterOptions';
import { useTeams } from './useTeams';

/** As many as the server gives at once. */
const MOST_TEAMS = 100;

/** What services can be filtered by. */
export interface FilterOptionsLoad {
  options: FilterOptions;
  /** Of the counts or the owners, where one of them failed. */
  error?: Error;
  retry(): void;
}

/** What can be chosen under a filter. Without an answer there is less to choose, and what is chosen stays. */
export function useFilterOptions(
  filter: ScoreFilter,
  environment: string | undefined,
): FilterOptionsLoad {
  const api = useApi(readinessApiRef);
  const facets = useLoad(
    useCallback(
      signal => api.getFacets({ ...filter, environment }, signal),
      [api, filter, environment],
    ),
    { keepPrevious: true },
  );
  const teams = useTeams({ environment, sort: 'tree', limit: MOST_TEAMS });
  const options = useMemo(
    () => filterOptions(filter, facets.value, teams.value?.items ?? []),
    [filter, facets.value, teams.value],
  );
  return {
    options,
    error: facets.error ?? teams.error,
    retry: () => {
      if (facets.error) facets.retry();
      if (teams.error) teams.retry();
    },
  };
}
