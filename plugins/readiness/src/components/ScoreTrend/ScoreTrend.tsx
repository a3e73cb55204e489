import { Flex, Text } from '@backstage/ui';
import {
  DimensionScore,
  ScoreHistory,
} from '@maestro-conductor/plugin-readiness-common';
import { formatChange, formatDay, Sparkline } from '@maestro-conductor/ui';
import { scoreTrend } from '../../lib/scoreTrend';

interface ScoreTrendProps {
  history: ScoreHistory;
  dimensions: readonly DimensionScore[];
}

/** Where the score comes from: a line, the change within a week, and the dimension behind it. */
export const ScoreTrend = ({ history, dimensions }: ScoreTrendProps) => {
  const trend = scoreTrend(history.items);
  if (!trend) {
    return (
      <Text as="p" variant="body-small">
        No trend yet: it takes two evaluations on different days.
      </Text>
    );
  }
  const { change, since, dimension, ruleChanged } = trend;
  const mover = dimensions.find(({ name }) => name === dimension)?.title;
  const text = `${formatChange(change)} since ${formatDay(since)}`;
  return (
    <Flex direction="column" gap="1">
      <Sparkline
        label={`Trend of the score: ${text}`}
        values={history.items.map(({ score }) => score)}
      />
      <Text as="p" variant="body-small">
        {text}
        {mover && `, most of it from ${mover}`}
        {ruleChanged && ' (the scorecard changed in between)'}
      </Text>
    </Flex>
  );
};
