import { Alert, Container, Flex, Text } from '@backstage/ui';
import { useUrlState } from '@maestro-conductor/ui';
import { useCallback, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useScorecards, useSummary } from '../../hooks';
import { ownerSearch } from '../../lib/ownerSearch';
import { pageView } from '../../lib/pageView';
import { EnvironmentSelect } from '../EnvironmentSelect';
import { SummaryTiles } from '../SummaryTiles';
import { PageContext } from './PageContext';
import { PageViews } from './PageViews';
import { ViewContent } from './ViewContent';

const KEYS = [
  'environment',
  'view',
  'cursor',
  'teamCursor',
  'mapCursor',
] as const;

/** Readiness by team, by dimension and by service. All state is in the address. */
export const ReadinessPage = () => {
  const { values, update } = useUrlState(KEYS);
  const [params, setParams] = useSearchParams();
  const { environment } = values;
  const content = useRef<HTMLDivElement>(null);
  const scorecards = useScorecards();
  const summary = useSummary(environment);
  const {
    environments = [],
    defaultEnvironment,
    problem,
  } = scorecards.value ?? {};
  const shown = environment ?? defaultEnvironment;
  const title = shown ?? summary.value?.environment ?? 'production';

  const onOwner = useCallback(
    (groupRef: string) => {
      setParams(current => ownerSearch(String(current), groupRef));
      content.current?.scrollIntoView?.();
      content.current?.focus();
    },
    [setParams],
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
                mapCursor: undefined,
              })
            }
          />
        )}
        <SummaryTiles
          summary={summary}
          environment={environment}
          title={title}
        />
        <div ref={content} tabIndex={-1} style={{ outline: 'none' }}>
          <PageViews view={pageView(params)} onView={view => update({ view })}>
            <ViewContent
              view={pageView(params)}
              environment={environment}
              scorecards={scorecards}
              allServices={summary.value?.services}
              onOwner={onOwner}
            />
          </PageViews>
        </div>
      </Flex>
    </Container>
  );
};
