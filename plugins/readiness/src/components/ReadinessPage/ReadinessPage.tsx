import { Alert, Container, Flex, Text } from '@backstage/ui';
import { Section, useUrlState } from '@maestro-conductor/ui';
import { useCallback, useRef } from 'react';
import { PagedListState, useScorecards, useSummary } from '../../hooks';
import { pagedListState } from '../../lib/pagedListState';
import { EnvironmentSelect } from '../EnvironmentSelect';
import { ServiceSearch } from '../ServiceSearch';
import { ServicesTable } from '../ServicesTable';
import { SummaryTiles } from '../SummaryTiles';
import { TeamsTable } from '../TeamsTable';
import { OwnerFilter } from './OwnerFilter';
import { PageContext } from './PageContext';

const KEYS = [
  'environment',
  'owner',
  'search',
  'sort',
  'order',
  'cursor',
  'teamSort',
  'teamOrder',
  'teamCursor',
] as const;

/** Readiness by team and by service. All state is in the address. */
export const ReadinessPage = () => {
  const { values, update } = useUrlState(KEYS);
  const { environment, owner, search } = values;
  const services = useRef<HTMLDivElement>(null);
  const scorecards = useScorecards();
  const summary = useSummary(environment);
  const {
    items,
    environments = [],
    defaultEnvironment,
    problem,
  } = scorecards.value ?? {};
  const shown = environment ?? defaultEnvironment;
  const title = shown ?? summary.value?.environment ?? 'production';

  const onTeams = useCallback(
    ({ sort, order, cursor }: PagedListState) =>
      update({ teamSort: sort, teamOrder: order, teamCursor: cursor }),
    [update],
  );
  const onServices = useCallback(
    ({ sort, order, cursor }: PagedListState) =>
      update({ sort, order, cursor }),
    [update],
  );
  const onOwner = useCallback(
    (next: string | undefined) => {
      update({ owner: next, cursor: undefined });
      services.current?.scrollIntoView?.();
      services.current?.focus();
    },
    [update],
  );
  const onSearch = useCallback(
    (next: string) =>
      update({ search: next, cursor: undefined }, { replace: true }),
    [update],
  );

  return (
    <Container role="main">
      <Flex direction="column" gap="4" pb="6">
        <div>
          <Text as="h2" variant="title-medium" weight="bold">
            Readiness by team
          </Text>
          <PageContext
            summary={summary.value}
            environment={environment}
            title={title}
          />
        </div>
        {problem && (
          <Alert
            status="warning"
            icon
            title="The configured scorecard cannot be used"
            description={problem}
          />
        )}
        {shown && (
          <EnvironmentSelect
            environments={environments}
            value={shown}
            onChange={next =>
              update({
                environment: next,
                cursor: undefined,
                teamCursor: undefined,
              })
            }
          />
        )}
        <SummaryTiles
          summary={summary}
          environment={environment}
          title={title}
        />
        <Section
          title="Teams by dimensions"
          subtitle="Mean over services; each counts once for its team and for every group above. PRS: production readiness score, 0 to 1."
        >
          <TeamsTable
            environment={environment}
            dimensions={items?.[0]?.dimensions}
            state={pagedListState(
              values.teamSort,
              values.teamOrder,
              values.teamCursor,
            )}
            onState={onTeams}
            onOwner={onOwner}
          />
        </Section>
        <div ref={services} tabIndex={-1} style={{ outline: 'none' }}>
          <Section
            title="Services"
            subtitle="Each leads to what it is missing, and why."
          >
            <Flex direction="column" gap="3">
              {owner && (
                <OwnerFilter owner={owner} onClear={() => onOwner(undefined)} />
              )}
              <ServiceSearch value={search ?? ''} onChange={onSearch} />
              <ServicesTable
                environment={environment}
                owner={owner}
                search={search}
                state={pagedListState(values.sort, values.order, values.cursor)}
                onState={onServices}
              />
            </Flex>
          </Section>
        </div>
      </Flex>
    </Container>
  );
};
