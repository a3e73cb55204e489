import { useApi } from '@backstage/core-plugin-api';
import { ScorecardsResponse } from '@maestro-conductor/plugin-readiness-common';
import { Load, useLoad } from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { readinessApiRef } from '../api';

/** The scorecards and environments of the portal. */
export function useScorecards(): Load<ScorecardsResponse> {
  const api = useApi(readinessApiRef);
  return useLoad(useCallback(signal => api.getScorecards(signal), [api]));
}
