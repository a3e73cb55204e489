import { useApi } from '@backstage/core-plugin-api';
import { Score } from '@maestro-conductor/plugin-readiness-common';
import { Load, useLoad } from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { EntityRequest, readinessApiRef } from '../api';

/** The score of an entity. */
export function useEntityScore(request: EntityRequest): Load<Score> {
  const api = useApi(readinessApiRef);
  const { entityRef, environment } = request;
  return useLoad(
    useCallback(
      signal => api.getScore({ entityRef, environment }, signal),
      [api, entityRef, environment],
    ),
  );
}
