import { Button, Flex } from '@backstage/ui';
import { DimensionDefinition } from '@maestro-conductor/plugin-readiness-common';
import {
  DataColumn,
  DataTable,
  LoadView,
  PagedListState,
  ScoreValue,
  usePagedList,
} from '@maestro-conductor/ui';
import { useMemo } from 'react';
import { useTeams, useToggledSet } from '../../hooks';
import { dimensionColumns } from '../../lib/dimensionColumns';
import { TeamRow, teamRows } from '../../lib/teamRows';
import { NoTeams } from './NoTeams';
import { TeamWeakness } from './TeamWeakness';
import { TeamName } from './TeamName';

const PAGE_SIZE = 25;
/** Depth first through nested groups. */
const TREE = 'tree';

interface TeamsTableProps {
  environment?: string;
  /** Gives the dimensions their titles. */
  dimensions?: readonly DimensionDefinition[];
  state: PagedListState;
  onState(state: PagedListState): void;
  onOwner(groupRef: string): void;
}

/** How ready the services of each team are, those of the groups below it included, each counted once. */
export const TeamsTable = (props: TeamsTableProps) => {
  const { environment, dimensions, state, onState, onOwner } = props;
  const { sort = TREE, order = 'asc', cursor } = state;
  const page = useTeams({
    environment,
    sort,
    order,
    cursor,
    limit: PAGE_SIZE,
  });
  const list = usePagedList({ state, onState, page: page.value });
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
        cell: ({ ready, services }) => (
          <span style={{ whiteSpace: 'nowrap' }}>
            {ready} of {services}
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
      {
        id: 'weakest',
        header: 'Weakest dimension',
        minWidth: 160,
        cell: team => (
          <TeamWeakness
            team={team}
            columns={dimensionColumns(dimensions, [team])}
          />
        ),
      },
    ],
    [dimensions, sort, onOwner, toggle],
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
            caption="Teams"
            columns={columns}
            rows={
              sort === TREE ? teamRows(value.items, collapsed) : value.items
            }
            rowKey={({ groupRef }) => groupRef}
            sort={sort === TREE ? undefined : { column: sort, order }}
            onSort={list.onSort}
            paging={{ noun: 'teams', totalItems: value.totalItems, ...list }}
            busy={page.loading}
            empty={<NoTeams />}
          />
        </Flex>
      )}
    </LoadView>
  );
};
