import { useApi } from '@backstage/core-plugin-api';
import { ScoreHistory } from '@maestro-conductor/plugin-readiness-common';
import { Load, useLoad } from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { EntityRequest, readinessApiRef } from '../api';

const DAYS = 90;

/** The scores of an entity over the last 90 days. */
export function useEntityHistory(request: EntityRequest): Load<ScoreHistory> {
  const api = useApi(readinessApiRef);
  const { entityRef, environment } = request;
  return useLoad(
    useCallback(
      signal => api.getHistory({ entityRef, environment, days: DAYS }, signal),
      [api, entityRef, environment],
    ),
  );
}
