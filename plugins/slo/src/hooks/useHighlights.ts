import { useApi } from '@backstage/core-plugin-api';
import { ObjectiveItem } from '@maestro-conductor/plugin-slo-common';
import { Load, useLoad } from '@maestro-conductor/ui';
import { useCallback, useMemo } from 'react';
import { sloApiRef } from '../api';
import { BoardFilter } from '../lib/boardFilter';

/** What stands out on a board; absent where there is none. */
export interface Highlights {
  /** The one that burns fastest. */
  burning?: ObjectiveItem;
  /** The one that is overspent most. */
  usedUp?: ObjectiveItem;
}

/** The worst of those that burn and of those whose budget is used up, within a filter without status. */
export function useHighlights(scope: BoardFilter): Load<Highlights> {
  const api = useApi(sloApiRef);
  const key = JSON.stringify(scope);
  const stable = useMemo<BoardFilter>(() => JSON.parse(key), [key]);
  return useLoad(
    useCallback(
      async signal => {
        const [burning, usedUp] = await Promise.all([
          api.getObjectives(
            { ...stable, burning: true, sort: 'burn', order: 'desc', limit: 1 },
            signal,
          ),
          api.getObjectives(
            {
              ...stable,
              statuses: ['breached'],
              sort: 'budget',
              order: 'asc',
              limit: 1,
            },
            signal,
          ),
        ]);
        return { burning: burning.items[0], usedUp: usedUp.items[0] };
      },
      [api, stable],
    ),
    { keepPrevious: true },
  );
}
