import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';
import { Alert, Button, Container, Flex, Text } from '@backstage/ui';
import { Section, useUrlState } from '@maestro-conductor/ui';
import { useCallback, useRef } from 'react';
import { PagedListState, useScorecards } from '../../hooks';
import { pagedListState } from '../../lib/pagedListState';
import { EnvironmentSelect } from '../EnvironmentSelect';
import { ServiceSearch } from '../ServiceSearch';
import { ServicesTable } from '../ServicesTable';
import { SummaryTiles } from '../SummaryTiles';
import { TeamsTable } from '../TeamsTable';

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

function ownerName(owner: string): string {
  try {
    return humanizeEntityRef(parseEntityRef(owner), { defaultKind: 'group' });
  } catch {
    // An address can say anything; the server tells what is wrong with it.
    return owner;
  }
}

/** Readiness by team and by service. All state is in the address. */
export const ReadinessPage = () => {
  const { values, update } = useUrlState(KEYS);
  const { environment, owner, search } = values;
  const services = useRef<HTMLDivElement>(null);
  const scorecards = useScorecards();
  const {
    items,
    environments = [],
    defaultEnvironment,
    problem,
  } = scorecards.value ?? {};
  const shown = environment ?? defaultEnvironment;

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
      <Flex direction="column" gap="4" py="4">
        <Text as="p">
          How ready the services of each team are for {shown ?? 'production'},
          by what was measured. A service counts once for its team and for each
          group above.
        </Text>
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
        <SummaryTiles environment={environment} />
        <Section
          title="Teams by dimensions"
          subtitle="Mean over services, each counted once. Choose a team to see its services."
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
        <div ref={services} tabIndex={-1}>
          <Section
            title={owner ? `Services of ${ownerName(owner)}` : 'Services'}
            actions={
              owner && (
                <Button
                  size="small"
                  variant="secondary"
                  onPress={() => onOwner(undefined)}
                >
                  All owners
                </Button>
              )
            }
          >
            <Flex direction="column" gap="3">
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
