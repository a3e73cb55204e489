import { ScorecardsResponse } from '@maestro-conductor/plugin-readiness-common';
import {
  Load,
  Loading,
  PagedListState,
  pagedListState,
  Section,
  useUrlState,
} from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { PageView } from '../../lib/pageView';
import { HeatMap } from '../HeatMap';
import { ServicesView } from '../ServicesView';
import { TeamsTable } from '../TeamsTable';

const KEYS = [
  'sort',
  'order',
  'cursor',
  'teamSort',
  'teamOrder',
  'teamCursor',
  'mapCursor',
] as const;

const SERVICE_SORTS = ['title', 'owner', 'score', 'change'];
const TEAM_SORTS = ['tree', 'title', 'services', 'score'];

interface ViewContentProps {
  view: PageView;
  environment?: string;
  scorecards: Load<ScorecardsResponse>;
  /** Services in the environment; absent where that is not known. */
  allServices?: number;
  onOwner(groupRef: string): void;
}

/** One of the views, with its sort order and its page from the address. */
export const ViewContent = (props: ViewContentProps) => {
  const { view, environment, scorecards, allServices, onOwner } = props;
  const { values, update } = useUrlState(KEYS);
  const onTeams = useCallback(
    ({ sort, order, cursor }: PagedListState) =>
      update({ teamSort: sort, teamOrder: order, teamCursor: cursor }),
    [update],
  );
  const onMap = useCallback(
    ({ cursor }: PagedListState) => update({ mapCursor: cursor }),
    [update],
  );
  const onServices = useCallback(
    ({ sort, order, cursor }: PagedListState) =>
      update({ sort, order, cursor }),
    [update],
  );
  const scorecard = scorecards.value?.items[0];
  const shared = { environment, dimensions: scorecard?.dimensions, onOwner };

  switch (view) {
    case 'teams':
      return (
        <Section
          title="Teams"
          subtitle="Each service counts once for its team and for every group above. PRS: production readiness score, 0 to 1, the mean over the services."
        >
          <TeamsTable
            {...shared}
            state={pagedListState(
              TEAM_SORTS,
              values.teamSort,
              values.teamOrder,
              values.teamCursor,
            )}
            onState={onTeams}
          />
        </Section>
      );
    case 'heat-map':
      return (
        <Section
          title="Teams by dimensions"
          subtitle="Mean over the services of each team and of the groups below it. A cell leads to the services behind it."
        >
          <HeatMap {...shared} cursor={values.mapCursor} onState={onMap} />
        </Section>
      );
    default:
      return (
        <Section
          title="Services"
          subtitle="Each leads to what it is missing, and why."
        >
          {scorecards.loading && !scorecards.value ? (
            // Which levels and dimensions may be asked for is not known yet.
            <Loading what="the services" lines={8} />
          ) : (
            <ServicesView
              environment={environment}
              scorecard={scorecard}
              allServices={allServices}
              state={pagedListState(
                SERVICE_SORTS,
                values.sort,
                values.order,
                values.cursor,
              )}
              onState={onServices}
            />
          )}
        </Section>
      );
  }
};
