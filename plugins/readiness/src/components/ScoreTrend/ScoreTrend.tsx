import { Flex, Text } from '@backstage/ui';
import {
  DimensionScore,
  ScoreHistory,
} from '@maestro-conductor/plugin-readiness-common';
import { Sparkline } from '@maestro-conductor/ui';
import { scoreTrend } from '../../lib/scoreTrend';
import { trendText } from '../../lib/trendText';

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
  const text = trendText(trend, dimensions);
  return (
    <Flex direction="column" gap="1">
      <Sparkline
        label={`Trend of the score: ${text}`}
        values={history.items.map(({ score }) => score)}
      />
      <Text as="p" variant="body-small">
        {text}
      </Text>
    </Flex>
  );
};
