import { useApi } from '@backstage/core-plugin-api';
import { TeamScorePage } from '@maestro-conductor/plugin-readiness-common';
import { Load, useLoad } from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { ListRequest, readinessApiRef } from '../api';

/** A page of teams; the last one stays until the new one is there. */
export function useTeams(request: ListRequest): Load<TeamScorePage> {
  const api = useApi(readinessApiRef);
  const { environment, sort, order, cursor, limit } = request;
  return useLoad(
    useCallback(
      signal =>
        api.getTeams({ environment, sort, order, cursor, limit }, signal),
      [api, environment, sort, order, cursor, limit],
    ),
    { keepPrevious: true },
  );
}
