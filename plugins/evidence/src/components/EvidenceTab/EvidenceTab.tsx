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
import { environmentOptions } from '../../lib/environmentOptions';
import { EvidenceFilters } from '../EvidenceFilters';
import { FactsPanel } from '../FactsPanel';
import { LinkedRecord } from '../LinkedRecord';
import { RecordsTable } from '../RecordsTable';
import { NoRecords } from './NoRecords';

const PAGE_SIZE = 25;
const DEFAULT_ENVIRONMENT = 'production';

/** The evidence of an entity: records with their artifacts, and the facts that were read from them. All state is in the address. */
export const EvidenceTab = () => {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const api = useApi(evidenceApiRef);
  const trail = useCursorTrail();
  const { values, update } = useUrlState([
    'kind',
    'environment',
    'cursor',
    'record',
  ]);
  const { kind, environment, cursor, record } = values;
  const page = useLoad(
    useCallback(
      signal =>
        api.getRecords(
          { entityRef, kind, environment, cursor, limit: PAGE_SIZE },
          signal,
        ),
      [api, entityRef, kind, environment, cursor],
    ),
    { keepPrevious: true },
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
          <EvidenceFilters
            kind={kind}
            environment={environment}
            environments={environmentOptions(
              environment,
              ...items.map(item => item.environment),
            )}
            onChange={filter =>
              update({ ...filter, cursor: undefined, record: undefined })
            }
          />
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
                    filtered={Boolean(kind || environment)}
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
        environment={environment ?? DEFAULT_ENVIRONMENT}
      />
    </Flex>
  );
};
