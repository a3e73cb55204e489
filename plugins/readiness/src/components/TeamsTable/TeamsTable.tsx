import { useApi } from '@backstage/core-plugin-api';
import { Button, Flex } from '@backstage/ui';
import { DimensionDefinition } from '@maestro-conductor/plugin-readiness-common';
import {
  DataColumn,
  DataTable,
  Empty,
  LoadView,
  ScoreValue,
  useLoad,
} from '@maestro-conductor/ui';
import { useCallback, useMemo } from 'react';
import { readinessApiRef } from '../../api';
import { dimensionColumns } from '../../lib/dimensionColumns';
import { PagedListState, usePagedList, useToggledSet } from '../../hooks';
import { TeamRow, teamRows } from '../../lib/teamRows';
import { HeatCell } from '../HeatCell';
import { TeamName } from './TeamName';

const PAGE_SIZE = 25;
/** Depth first through nested groups. */
const TREE = 'tree';

interface TeamsTableProps {
  environment?: string;
  /** Gives the columns their order and titles. */
  dimensions?: readonly DimensionDefinition[];
  state: PagedListState;
  onState(state: PagedListState): void;
  onOwner(groupRef: string): void;
}

/** Teams by dimensions: the mean over the services of each team, those of the groups below it included, each counted once. */
export const TeamsTable = (props: TeamsTableProps) => {
  const { environment, dimensions, state, onState, onOwner } = props;
  const api = useApi(readinessApiRef);
  const { sort = TREE, order = 'asc', cursor } = state;
  const page = useLoad(
    useCallback(
      signal =>
        api.getTeams(
          { environment, sort, order, cursor, limit: PAGE_SIZE },
          signal,
        ),
      [api, environment, sort, order, cursor],
    ),
    { keepPrevious: true },
  );
  const list = usePagedList({ state, onState, page: page.value });
  const items = page.value?.items;
  const [collapsed, toggle] = useToggledSet();
  const columns = useMemo<Array<DataColumn<TeamRow>>>(
    () => [
      {
        id: 'title',
        header: 'Team',
        rowHeader: true,
        minWidth: 190,
        sortable: true,
        cell: team => (
          <TeamName
            team={team}
            tree={sort === TREE}
            onOwner={onOwner}
            onToggle={toggle}
          />
        ),
      },
      {
        id: 'services',
        header: 'Services',
        align: 'right',
        sortable: true,
        cell: ({ services }) => services,
      },
      {
        id: 'ready',
        header: 'Ready',
        align: 'right',
        cell: ({ ready, scored }) => (
          <span style={{ whiteSpace: 'nowrap' }}>
            {ready} of {scored}
          </span>
        ),
      },
      {
        id: 'score',
        header: 'PRS',
        align: 'right',
        sortable: true,
        cell: ({ score }) => <ScoreValue score={score} hideLevel />,
      },
      ...dimensionColumns(dimensions, items ?? []).map(({ name, title }) => ({
        id: `dimension ${name}`,
        header: title,
        align: 'center' as const,
        cell: (team: TeamRow) => <HeatCell {...team.dimensions[name]} />,
      })),
    ],
    [dimensions, items, sort, onOwner, toggle],
  );
  return (
    <LoadView load={page} what="the teams" lines={8}>
      {value => (
        <Flex direction="column" gap="2">
          {sort !== TREE && (
            <div>
              <Button
                size="small"
                variant="secondary"
                onPress={() => onState({})}
              >
                Show as a tree
              </Button>
            </div>
          )}
          <DataTable<TeamRow>
            caption="Teams by dimensions"
            columns={columns}
            rows={
              sort === TREE ? teamRows(value.items, collapsed) : value.items
            }
            rowKey={({ groupRef }) => groupRef}
            sort={sort === TREE ? undefined : { column: sort, order }}
            onSort={list.onSort}
            paging={{ noun: 'teams', totalItems: value.totalItems, ...list }}
            busy={page.loading}
            empty={
              <Empty
                title="No team owns a service"
                nextStep="Set spec.owner of your components to a group of the catalog."
              />
            }
          />
        </Flex>
      )}
    </LoadView>
  );
};
