import { useApi } from '@backstage/core-plugin-api';
import { ReadinessSummary } from '@maestro-conductor/plugin-readiness-common';
import { Load, useLoad } from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { readinessApiRef } from '../api';

/** How many services are ready in an environment, the portal's default where absent. */
export function useSummary(
  environment: string | undefined,
): Load<ReadinessSummary> {
  const api = useApi(readinessApiRef);
  return useLoad(
    useCallback(
      signal => api.getSummary({ environment }, signal),
      [api, environment],
    ),
  );
}
