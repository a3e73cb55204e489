import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import { LoadView } from '@maestro-conductor/ui';
import { useEntityHistory, useEntityScore } from '../../hooks';
import { nextSteps, stepsTitle } from '../../lib/nextSteps';
import { entityContentRouteRef } from '../../routes';
import { NotScored, showsNotScored } from '../NotScored';
import { ScoreHeadline } from '../ScoreHeadline';
import { ScoreTrend } from '../ScoreTrend';
import { StepsList } from '../StepsList';

/** On the overview of a service: how ready it is, and what to do first. */
export const ReadinessCard = () => {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const score = useEntityScore({ entityRef });
  const history = useEntityHistory({ entityRef });
  const tab = useRouteRef(entityContentRouteRef);
  return (
    <EntityInfoCard
      title="Production readiness"
      footerActions={<Link to={tab()}>All dimensions</Link>}
    >
      {showsNotScored(score) ? (
        <NotScored />
      ) : (
        <LoadView load={score} what="the readiness score" lines={5}>
          {value => (
            <Flex direction="column" gap="4">
              <ScoreHeadline score={value} />
              <LoadView load={history} what="the trend" lines={1}>
                {points => (
                  <ScoreTrend history={points} dimensions={value.dimensions} />
                )}
              </LoadView>
              <div>
                <Text as="h3" variant="body-large" weight="bold">
                  {stepsTitle(nextSteps(value.dimensions).length)}
                </Text>
                <StepsList dimensions={value.dimensions} />
              </div>
            </Flex>
          )}
        </LoadView>
      )}
    </EntityInfoCard>
  );
};
