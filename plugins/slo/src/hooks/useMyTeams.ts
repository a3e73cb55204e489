import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { Load, useLoad } from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { sloApiRef } from '../api';
import { MOST_VALUES } from '../lib/boardFilter';

/** The reader's groups, where any of them has objectives; else none. */
export function useMyTeams(): Load<string[]> {
  const identity = useApi(identityApiRef);
  const api = useApi(sloApiRef);
  return useLoad(
    useCallback(
      async signal => {
        const { ownershipEntityRefs } = await identity.getBackstageIdentity();
        const owners = ownershipEntityRefs
          .filter(ref => ref.startsWith('group:'))
          .slice(0, MOST_VALUES);
        // No owner would come to mean every owner.
        if (owners.length === 0) return [];
        const { summary } = await api.getObjectives(
          { owners, limit: 1 },
          signal,
        );
        return summary.total > 0 ? owners : [];
      },
      [identity, api],
    ),
  );
}
