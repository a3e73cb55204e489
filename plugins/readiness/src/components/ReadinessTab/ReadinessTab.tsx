import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Alert, Flex, Grid } from '@backstage/ui';
import { Section, LoadView, useUrlState } from '@maestro-conductor/ui';
import { useEntityHistory, useEntityScore, useScorecards } from '../../hooks';
import { nextSteps, stepsTitle } from '../../lib/nextSteps';
import { ChangesSection } from '../Changes';
import { DimensionsTable } from '../DimensionsTable';
import { EnvironmentSelect } from '../EnvironmentSelect';
import { NotScored, showsNotScored } from '../NotScored';
import { ScoreHeadline } from '../ScoreHeadline';
import { ScoreTrend } from '../ScoreTrend';
import { StepsList } from '../StepsList';
import { VerdictsTable } from '../VerdictsTable';
import { HistorySection } from './HistorySection';
import { PromotionSection } from './PromotionSection';

/** How ready a service is, why, and what to do. The environment is in the address. */
export const ReadinessTab = () => {
  const { entity } = useEntity();
  const { values, update } = useUrlState(['environment']);
  const request = {
    entityRef: stringifyEntityRef(entity),
    environment: values.environment,
  };
  const score = useEntityScore(request);
  const history = useEntityHistory(request);
  const scorecards = useScorecards();
  const {
    environments = [],
    defaultEnvironment,
    problem,
  } = scorecards.value ?? {};
  const environment =
    values.environment ?? score.value?.environment ?? defaultEnvironment;
  if (showsNotScored(score)) return <NotScored />;
  // Four sections show the score: where there is none, the first says why.
  const failed = score.error !== undefined && score.value === undefined;
  return (
    <Flex direction="column" gap="4">
      {problem && (
        <Alert
          status="warning"
          icon
          title="The configured scorecard cannot be used"
          description={problem}
        />
      )}
      {environment && (
        <EnvironmentSelect
          environments={environments}
          value={environment}
          onChange={name => update({ environment: name })}
        />
      )}
      <Grid.Root columns={{ initial: '1', md: failed ? '2' : '3' }} gap="4">
        <Section title="Production readiness">
          <LoadView load={score} what="the readiness score" lines={4}>
            {value => (
              <Flex direction="column" gap="3">
                <ScoreHeadline score={value} />
                <LoadView load={history} what="the trend" lines={1}>
                  {points => (
                    <ScoreTrend
                      history={points}
                      dimensions={value.dimensions}
                    />
                  )}
                </LoadView>
              </Flex>
            )}
          </LoadView>
        </Section>
        {!failed && (
          <Section
            title={stepsTitle(
              score.value && nextSteps(score.value.dimensions).length,
            )}
          >
            <LoadView load={score} what="the next steps" lines={4}>
              {value => <StepsList dimensions={value.dimensions} />}
            </LoadView>
          </Section>
        )}
        <PromotionSection {...request} title={environment ?? 'production'} />
      </Grid.Root>
      {!failed && (
        <Section
          title="Dimensions"
          subtitle="Each brings points of a hundred. What is not known brings none, and is said to be unknown."
        >
          <LoadView load={score} what="the dimensions" lines={8}>
            {value => (
              <DimensionsTable
                dimensions={value.dimensions}
                definition={scorecards.value?.items.find(
                  ({ name }) => name === value.scorecard,
                )}
              />
            )}
          </LoadView>
        </Section>
      )}
      {!failed && <ChangesSection {...request} />}
      <HistorySection history={history} threshold={score.value?.threshold} />
      {!failed && (
        <Section
          title="How verdicts count"
          subtitle="Score = Σ weight × value ÷ Σ weight, over the dimensions that are counted."
        >
          <LoadView load={score} what="the verdicts" lines={8}>
            {value => <VerdictsTable dimensions={value.dimensions} />}
          </LoadView>
        </Section>
      )}
    </Flex>
  );
};
