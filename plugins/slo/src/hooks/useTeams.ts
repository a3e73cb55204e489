import { useApi } from '@backstage/core-plugin-api';
import { TeamBoardPage } from '@maestro-conductor/plugin-slo-common';
import { Load, useLoad } from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { sloApiRef, TeamsRequest } from '../api';

/** Teams with what burns. The old page stays until the new one is there. */
export function useTeams(request: TeamsRequest): Load<TeamBoardPage> {
  const api = useApi(sloApiRef);
  const { text, limit, cursor } = request;
  return useLoad(
    useCallback(
      signal => api.getTeams({ text, limit, cursor }, signal),
      [api, text, limit, cursor],
    ),
    { keepPrevious: true },
  );
}
