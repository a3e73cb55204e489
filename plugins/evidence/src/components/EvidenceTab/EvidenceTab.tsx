import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Flex } from '@backstage/ui';
import {
  LoadView,
  Section,
  useCursorTrail,
  useLoad,
  useUrlState,
} from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { evidenceApiRef } from '../../api';
import { useRecordFilter, useRecords } from '../../hooks';
import { filterParts } from '../../lib/filterWords';
import { FactsPanel } from '../FactsPanel';
import { FilterBar } from '../FilterBar';
import { LinkedRecord } from '../LinkedRecord';
import { RecordsTable } from '../RecordsTable';
import { NoRecords } from './NoRecords';

/** The evidence of an entity: records with their artifacts, and the facts that were read from them. All state is in the address. */
export const EvidenceTab = () => {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const api = useApi(evidenceApiRef);
  const trail = useCursorTrail();
  const { filter, onFilter } = useRecordFilter();
  const { values, update } = useUrlState(['cursor', 'record', 'facts']);
  const { cursor, record, facts } = values;
  const page = useRecords(entityRef, filter, cursor);
  const facets = useLoad(
    useCallback(
      signal => api.getRecordFacets(entityRef, signal),
      [api, entityRef],
    ),
  );
  const goTo = (next: string | undefined) =>
    update({ cursor: next, record: undefined });
  const open = (id: string | undefined) => update({ record: id });
  const before = cursor ? trail.before(cursor) : undefined;
  const items = page.value?.items ?? [];
  const linked =
    record !== undefined &&
    page.value !== undefined &&
    !items.some(({ id }) => id === record);

  return (
    <Flex direction="column" gap="4">
      {linked && (
        <LinkedRecord
          id={record}
          entityRef={entityRef}
          onClose={() => open(undefined)}
        />
      )}
      <Section
        title="Evidence"
        subtitle="Artifacts that pipelines pushed, as they were received: newest first."
      >
        <Flex direction="column" gap="3">
          <FilterBar filter={filter} onFilter={onFilter} facets={facets} />
          <LoadView load={page} what="the evidence" lines={6}>
            {({ totalItems, nextCursor }) => (
              <RecordsTable
                records={items}
                open={record}
                onOpen={open}
                busy={page.loading}
                empty={
                  <NoRecords
                    entityRef={entityRef}
                    onClear={
                      filterParts(filter).length > 0
                        ? () => onFilter({})
                        : undefined
                    }
                  />
                }
                paging={{
                  noun: 'records',
                  totalItems,
                  onFirst: cursor ? () => goTo(undefined) : undefined,
                  onPrevious: before?.known
                    ? () => goTo(before.cursor)
                    : undefined,
                  onNext: nextCursor
                    ? () => {
                        trail.follow(cursor, nextCursor);
                        goTo(nextCursor);
                      }
                    : undefined,
                }}
              />
            )}
          </LoadView>
        </Flex>
      </Section>
      <FactsPanel
        entityRef={entityRef}
        facets={facets}
        asked={facts ?? filter.environment?.find(name => name !== '')}
        onEnvironment={name => update({ facts: name })}
      />
    </Flex>
  );
};
