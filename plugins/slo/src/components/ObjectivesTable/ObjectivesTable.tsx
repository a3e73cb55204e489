import { Flex } from '@backstage/ui';
import {
  ObjectiveItem,
  ObjectivePage,
} from '@maestro-conductor/plugin-slo-common';
import {
  DataSort,
  DataTable,
  PagedListState,
  usePagedList,
} from '@maestro-conductor/ui';
import { ReactNode } from 'react';
import { objectiveColumns } from './columns';
import { FactorsNote } from './FactorsNote';

interface ObjectivesTableProps {
  page: ObjectivePage;
  /** On all pages; absent where that is not known. */
  totalItems?: number;
  /** True while the next page is on its way. */
  busy: boolean;
  /** The order in force, also where the address names none. */
  sort: DataSort;
  state: PagedListState;
  onState(state: PagedListState): void;
  hideEntity?: boolean;
  /** Where there are no rows. */
  empty: ReactNode;
}

/** Objectives with their budgets and burns, as the server sorts and pages them. */
export const ObjectivesTable = (props: ObjectivesTableProps) => {
  const { page, totalItems, busy, sort, state, onState, hideEntity, empty } =
    props;
  const list = usePagedList({ state, onState, page });
  const paged = Boolean(list.onNext ?? list.onFirst);
  return (
    <Flex direction="column" gap="3">
      <DataTable<ObjectiveItem>
        caption="Objectives"
        columns={objectiveColumns({ hideEntity })}
        rows={page.items}
        rowKey={({ objective }) => objective.id}
        sort={sort}
        onSort={list.onSort}
        paging={paged ? { noun: 'objectives', totalItems, ...list } : undefined}
        busy={busy}
        empty={empty}
      />
      {page.items.length > 0 && <FactorsNote items={page.items} />}
    </Flex>
  );
};
