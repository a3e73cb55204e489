import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  LoadView,
  PagedListState,
  pagedListState,
  Section,
  useUrlState,
} from '@maestro-conductor/ui';
import { useObjectives } from '../../hooks';
import { sortOf, SORT_WORDS, sortOrder } from '../../lib/boardSort';
import { NoObjectives } from '../NoObjectives';
import { ObjectivesTable } from '../ObjectivesTable';

const KEYS = ['sort', 'order', 'cursor'] as const;
const PAGE_SIZE = 50;

/** The objectives of a service. */
export const SloTab = () => {
  const { entity } = useEntity();
  const { values, update } = useUrlState(KEYS);
  const state = pagedListState(
    Object.keys(SORT_WORDS),
    values.sort,
    values.order,
    values.cursor,
  );
  const sort = sortOf(state.sort);
  const order = state.order ?? sortOrder(sort);
  const page = useObjectives({
    entityRefs: [stringifyEntityRef(entity)],
    sort,
    order,
    cursor: state.cursor,
    limit: PAGE_SIZE,
  });
  const onState = (next: PagedListState) =>
    update({ sort: next.sort, order: next.order, cursor: next.cursor });
  return (
    <Section
      title="Service level objectives"
      subtitle="Each leads to its budget, its burns and the queries behind them."
    >
      <LoadView load={page} what="the objectives" lines={6}>
        {value => (
          <ObjectivesTable
            page={value}
            totalItems={value.summary.total}
            busy={page.loading}
            sort={{ column: sort, order }}
            state={state}
            onState={onState}
            hideEntity
            empty={<NoObjectives who="This service" />}
          />
        )}
      </LoadView>
    </Section>
  );
};
