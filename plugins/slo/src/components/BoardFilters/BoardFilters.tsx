import { Alert, Flex } from '@backstage/ui';
import {
  BoardSummary,
  OBJECTIVE_STATUSES,
  ObjectivePage,
  ObjectiveStatus,
  TeamBoardItem,
} from '@maestro-conductor/plugin-slo-common';
import {
  ActiveFilters,
  FilterChoices,
  FilterMenu,
  FilterOption,
  FilterSearch,
} from '@maestro-conductor/ui';
import { ReactNode, useCallback } from 'react';
import { BoardFilterState } from '../../hooks';
import { boardChips } from '../../lib/boardChips';
import { BoardFilter, NO_OWNER } from '../../lib/boardFilter';
import { groupTitle } from '../../lib/groupTitle';
import { STATUS_WORDS } from '../../lib/statusWords';
import { withChosen } from '../../lib/withChosen';

interface BoardFiltersProps extends BoardFilterState {
  /** Groups with objectives; empty while they are not known. */
  teams: readonly TeamBoardItem[];
  /** Absent while it is not known. */
  page?: ObjectivePage;
  /** At the end of the line: how the board is sorted. */
  children?: ReactNode;
}

const plain = (value: string): FilterOption => ({ value, title: value });

const statusOptions = (summary?: BoardSummary): FilterOption[] =>
  OBJECTIVE_STATUSES.map(status => ({
    value: status,
    title: STATUS_WORDS[status],
    count: summary?.byStatus[status],
  }));

function list<T extends string>(values: string[]): T[] | undefined {
  return values.length > 0 ? (values as T[]) : undefined;
}

/** Narrows a board. */
export const BoardFilters = (props: BoardFiltersProps) => {
  const { filter, ignored, onFilter, teams, page, children } = props;
  const { owners = [], statuses = [], windows = [], environment } = filter;
  const active = boardChips(filter, ref => groupTitle(ref, teams));
  const change = (changes: BoardFilter) => onFilter({ ...filter, ...changes });
  const search = useCallback(
    (text: string) =>
      onFilter({ ...filter, text: text || undefined }, { replace: true }),
    [filter, onFilter],
  );
  const teamOptions = teams.map(({ groupRef, title, summary }) => ({
    value: groupRef ?? NO_OWNER,
    title,
    count: summary.total,
  }));
  return (
    <Flex direction="column" gap="3">
      <FilterSearch
        label="Search objectives"
        placeholder="Part of an objective's or a service's name"
        value={filter.text ?? ''}
        onChange={search}
      />
      <FilterChoices label="Filters" active={active.length}>
        <FilterMenu
          word="Team"
          options={withChosen(teamOptions, owners, ref => groupTitle(ref))}
          selected={owners}
          onChange={values => change({ owners: list(values) })}
        />
        <FilterMenu
          word="Status"
          options={statusOptions(page?.summary)}
          selected={statuses}
          onChange={values =>
            change({ statuses: list<ObjectiveStatus>(values) })
          }
        />
        <FilterMenu
          word="Burning"
          options={[
            {
              value: 'true',
              title: 'Burning now',
              count: page?.summary.burning,
            },
          ]}
          selected={filter.burning ? ['true'] : []}
          onChange={values =>
            change({ burning: values.length > 0 ? true : undefined })
          }
        />
        <FilterMenu
          word="Window"
          options={withChosen((page?.windows ?? []).map(plain), windows)}
          selected={windows}
          onChange={values => change({ windows: list(values) })}
        />
        <FilterMenu
          word="Environment"
          single
          options={withChosen(
            (page?.environments ?? []).map(plain),
            environment ? [environment] : [],
          )}
          selected={environment ? [environment] : []}
          onChange={([value]) => change({ environment: value })}
        />
        {children}
      </FilterChoices>
      <ActiveFilters
        filters={active}
        onFilter={onFilter}
        onClear={() => onFilter({})}
      />
      {ignored.length > 0 && (
        <Alert
          status="warning"
          icon
          title={`Ignored in the address: ${ignored.join(', ')}`}
        />
      )}
    </Flex>
  );
};
