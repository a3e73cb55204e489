import { Flex, Text } from '@backstage/ui';
import { TeamBoardItem } from '@maestro-conductor/plugin-slo-common';
import {
  DataTable,
  Empty,
  FilterSearch,
  LoadView,
  Section,
  tokens,
  usePagedList,
  useUrlState,
} from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { useTeams } from '../../hooks';
import { NoObjectives } from '../NoObjectives';
import { teamColumns } from './columns';

const KEYS = ['team', 'teamCursor'] as const;
const PAGE_SIZE = 50;

/** Every team with objectives: what burns, what is used up, what cannot be told. Each leads to its board. */
export const TeamsView = () => {
  const { values, update } = useUrlState(KEYS);
  const { team: text, teamCursor: cursor } = values;
  const page = useTeams({ text, cursor, limit: PAGE_SIZE });
  const list = usePagedList({
    state: { cursor },
    onState: next => update({ teamCursor: next.cursor }),
    page: page.value,
  });
  const search = useCallback(
    (team: string) =>
      update({ team, teamCursor: undefined }, { replace: true }),
    [update],
  );
  const paged = Boolean(list.onNext ?? list.onFirst);
  return (
    <Flex direction="column" gap="4">
      <div>
        <Text as="h2" variant="title-medium" weight="bold">
          SLOs by team
        </Text>
        <Text as="p" style={{ color: tokens.muted }}>
          Each objective counts for the team that owns its service, and for
          every group above.
        </Text>
      </div>
      <FilterSearch
        label="Search teams"
        placeholder="Part of a team's name"
        value={text ?? ''}
        onChange={search}
      />
      <Section title="Teams">
        <LoadView load={page} what="the teams" lines={6}>
          {({ items }) => (
            <DataTable<TeamBoardItem>
              caption="Teams"
              columns={teamColumns}
              rows={items}
              rowKey={({ groupRef }) => groupRef ?? ''}
              paging={
                paged
                  ? {
                      noun: 'teams',
                      onFirst: list.onFirst,
                      onPrevious: list.onPrevious,
                      onNext: list.onNext,
                    }
                  : undefined
              }
              busy={page.loading}
              empty={
                text ? (
                  <Empty
                    title="No team matches"
                    nextStep="Search for another part of its name."
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
