import { Flex } from '@backstage/ui';
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
import { NoTeams, TeamName } from '../TeamsTable';
import { HeatLegend } from './HeatLegend';
import { HeatLink } from './HeatLink';

const PAGE_SIZE = 100;

interface HeatMapProps {
  environment?: string;
  /** Gives the columns their order and titles. */
  dimensions?: readonly DimensionDefinition[];
  cursor?: string;
  onState(state: PagedListState): void;
  onOwner(groupRef: string): void;
}

/** Teams by dimensions, in the order of the tree: where the weak spots are. */
export const HeatMap = (props: HeatMapProps) => {
  const { environment, dimensions, cursor, onState, onOwner } = props;
  const page = useTeams({
    environment,
    sort: 'tree',
    order: 'asc',
    cursor,
    limit: PAGE_SIZE,
  });
  const list = usePagedList({ state: { cursor }, onState, page: page.value });
  const [collapsed, toggle] = useToggledSet();
  const items = page.value?.items;
  const columns = useMemo<Array<DataColumn<TeamRow>>>(
    () => [
      {
        id: 'title',
        header: 'Team',
        rowHeader: true,
        cell: team => (
          <TeamName team={team} tree onOwner={onOwner} onToggle={toggle} />
        ),
      },
      {
        id: 'score',
        header: 'PRS',
        align: 'right',
        cell: ({ score }) => <ScoreValue score={score} hideLevel />,
      },
      ...dimensionColumns(dimensions, items ?? []).map(dimension => ({
        id: `dimension ${dimension.name}`,
        header: dimension.title,
        align: 'center' as const,
        cell: (team: TeamRow) => <HeatLink team={team} dimension={dimension} />,
      })),
    ],
    [dimensions, items, onOwner, toggle],
  );
  return (
    <LoadView load={page} what="the heat map" lines={8}>
      {value => (
        <Flex direction="column" gap="3">
          <HeatLegend />
          <DataTable<TeamRow>
            sticky
            caption="Teams by dimensions"
            columns={columns}
            rows={teamRows(value.items, collapsed)}
            rowKey={({ groupRef }) => groupRef}
            paging={{
              noun: 'teams',
              totalItems: value.totalItems,
              onFirst: list.onFirst,
              onPrevious: list.onPrevious,
              onNext: list.onNext,
            }}
            busy={page.loading}
            empty={<NoTeams />}
          />
        </Flex>
      )}
    </LoadView>
  );
};
