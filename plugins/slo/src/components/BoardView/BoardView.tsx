import { Button, Flex, Text } from '@backstage/ui';
import { ObjectiveSort } from '@maestro-conductor/plugin-slo-common';
import {
  Empty,
  LoadView,
  PagedListState,
  pagedListState,
  RelativeTime,
  Section,
  tokens,
  useUrlState,
} from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { useBoardFilter, useObjectives, useTeams } from '../../hooks';
import { boardContext } from '../../lib/boardContext';
import { isFiltered } from '../../lib/boardFilter';
import { sortOf, SORT_WORDS, sortOrder } from '../../lib/boardSort';
import { boardTitle } from '../../lib/boardTitle';
import { groupTitle } from '../../lib/groupTitle';
import { matching } from '../../lib/matching';
import { BoardFilters, SortMenu } from '../BoardFilters';
import { NoObjectives } from '../NoObjectives';
import { ObjectivesTable } from '../ObjectivesTable';
import { SummaryCards } from '../SummaryCards';

const KEYS = ['sort', 'order', 'cursor'] as const;
const PAGE_SIZE = 25;
/** As many as the server gives at once. */
const MOST_TEAMS = 100;

/** The objectives of a team, or of all: what stands out, then one row each. Everything that it shows is in the address. */
export const BoardView = () => {
  const { values, update } = useUrlState(KEYS);
  const filtering = useBoardFilter();
  const { filter, onFilter } = filtering;
  const state = pagedListState(
    Object.keys(SORT_WORDS),
    values.sort,
    values.order,
    values.cursor,
  );
  const sort = sortOf(state.sort);
  const order = state.order ?? sortOrder(sort);
  const { cursor } = state;
  const page = useObjectives({
    ...filter,
    sort,
    order,
    cursor,
    limit: PAGE_SIZE,
  });
  const teams = useTeams({ limit: MOST_TEAMS }).value?.items ?? [];
  const onState = useCallback(
    (next: PagedListState) =>
      update({ sort: next.sort, order: next.order, cursor: next.cursor }),
    [update],
  );
  const onSort = (next: ObjectiveSort) =>
    onState({ sort: next, order: sortOrder(next) });
  const known = page.value;
  return (
    <Flex direction="column" gap="4">
      <div>
        <Text as="h2" variant="title-medium" weight="bold">
          {boardTitle((filter.owners ?? []).map(ref => groupTitle(ref, teams)))}
        </Text>
        <Text as="p" style={{ color: tokens.muted }}>
          {known && boardContext(known.summary, known.windows)}
          {known?.summary.oldestEvaluation && (
            <>
              {' · as of '}
              <RelativeTime time={known.summary.oldestEvaluation} />
            </>
          )}
        </Text>
      </div>
      {known && known.summary.total > 0 && (
        <SummaryCards
          summary={known.summary}
          filter={filter}
          onFilter={onFilter}
        />
      )}
      <BoardFilters {...filtering} teams={teams} page={known}>
        <SortMenu sort={sort} onSort={onSort} />
      </BoardFilters>
      <Section title="Objectives">
        <LoadView load={page} what="the objectives" lines={8}>
          {value => (
            <ObjectivesTable
              page={value}
              totalItems={matching(value.summary, filter)}
              busy={page.loading}
              sort={{ column: sort, order }}
              state={state}
              onState={onState}
              empty={
                isFiltered(filter) ? (
                  <Empty
                    title="No objective matches"
                    nextStep={
                      <Button
                        size="small"
                        variant="secondary"
                        onPress={() => onFilter({})}
                      >
                        Show all objectives
                      </Button>
                    }
                  />
                ) : (
                  <NoObjectives who="The portal" />
                )
              }
            />
          )}
        </LoadView>
      </Section>
    </Flex>
  );
};
