import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { ScoreListItem } from '@maestro-conductor/plugin-readiness-common';
import { Load, useLoad } from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { ReadinessApi, readinessApiRef } from '../api';

/** The server takes no more of one field. */
const MOST_OWNERS = 20;
/** The server gives no more at once. */
const PAGE_SIZE = 100;
/** Whoever owns more has a page for it. */
const MOST_PAGES = 5;

/** What someone's groups own. */
export interface MyServices {
  /** Refs of the person and of their groups; empty for a guest. */
  owners: string[];
  /** Lowest score first, those without a score last. */
  items: ScoreListItem[];
  /** True where there are more than these 500. */
  cutOff: boolean;
}

async function servicesOf(
  api: ReadinessApi,
  owners: string[],
  signal: AbortSignal,
): Promise<MyServices> {
  const items: ScoreListItem[] = [];
  // No owner must not come to mean every owner.
  if (owners.length === 0) return { owners, items, cutOff: false };
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await api.getScores(
      { owner: owners, sort: 'score', order: 'asc', limit: PAGE_SIZE, cursor },
      signal,
    );
    items.push(...page.items);
    cursor = page.nextCursor;
    if (!cursor) break;
  }
  return { owners, items, cutOff: cursor !== undefined };
}

/** The services that the reader or their groups own. */
export function useMyServices(): Load<MyServices> {
  const identity = useApi(identityApiRef);
  const api = useApi(readinessApiRef);
  return useLoad(
    useCallback(
      async signal => {
        const { ownershipEntityRefs } = await identity.getBackstageIdentity();
        return servicesOf(
          api,
          ownershipEntityRefs.slice(0, MOST_OWNERS),
          signal,
        );
      },
      [identity, api],
    ),
  );
}
