import { useApi } from '@backstage/core-plugin-api';
import {
  ObjectivePage,
  ObjectiveQueryOptions,
} from '@maestro-conductor/plugin-slo-common';
import { Load, useLoad } from '@maestro-conductor/ui';
import { useCallback, useMemo } from 'react';
import { sloApiRef } from '../api';

/** A page of objectives. The old page stays until the new one is there. */
export function useObjectives(
  query: ObjectiveQueryOptions,
): Load<ObjectivePage> {
  const api = useApi(sloApiRef);
  // A query that says the same must not load again.
  const key = JSON.stringify(query);
  const stable = useMemo<ObjectiveQueryOptions>(() => JSON.parse(key), [key]);
  return useLoad(
    useCallback(signal => api.getObjectives(stable, signal), [api, stable]),
    { keepPrevious: true },
  );
}
