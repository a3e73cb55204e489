import { useApi } from '@backstage/core-plugin-api';
import { EvidenceRecordPage } from '@maestro-conductor/plugin-evidence-common';
import { Load, useLoad } from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { evidenceApiRef } from '../api';
import { rangeOf, RecordFilter } from '../lib/recordFilter';

const PAGE_SIZE = 25;

/** A page of the records of an entity. The last page stays until the next is there. */
export function useRecords(
  entityRef: string,
  filter: RecordFilter,
  cursor: string | undefined,
): Load<EvidenceRecordPage> {
  const api = useApi(evidenceApiRef);
  return useLoad(
    useCallback(
      signal =>
        api.getRecords(
          {
            entityRef,
            kinds: filter.kind,
            environments: filter.environment,
            branches: filter.branch,
            producers: filter.producer,
            freshness: filter.freshness,
            search: filter.search,
            ...rangeOf(filter),
            cursor,
            limit: PAGE_SIZE,
          },
          signal,
        ),
      [api, entityRef, filter, cursor],
    ),
    { keepPrevious: true },
  );
}
