import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useLoad } from '@maestro-conductor/ui';
import { useCallback } from 'react';

/** As many as the catalog is asked for at once. */
const MOST_REFS = 100;

const NONE: ReadonlySet<string> = new Set();

/**
 * Which of these owners the catalog does not have, or does not show to the reader. Empty while that is not known: an owner is
 * doubted only where the catalog has answered.
 */
export function useUnknownOwners(
  owners: ReadonlyArray<string | undefined>,
): ReadonlySet<string> {
  const catalog = useApi(catalogApiRef);
  const key = [...new Set(owners.filter(Boolean))].sort().join(' ');
  const load = useLoad(
    useCallback(async () => {
      const entityRefs = key.split(' ').filter(Boolean).slice(0, MOST_REFS);
      if (entityRefs.length === 0) return new Set<string>();
      const { items } = await catalog.getEntitiesByRefs({
        entityRefs,
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
      });
      return new Set(entityRefs.filter((_, index) => !items[index]));
    }, [catalog, key]),
  );
  return load.value ?? NONE;
}
