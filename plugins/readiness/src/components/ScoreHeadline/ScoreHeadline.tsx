import { Flex, Text } from '@backstage/ui';
import { Score } from '@maestro-conductor/plugin-readiness-common';
import { RelativeTime, ScoreValue, tokens } from '@maestro-conductor/ui';
import { missingSummary } from '../../lib/missingSummary';
import { unknownSummary } from '../../lib/unknownSummary';

const muted = { color: tokens.muted };

/** The answer first: score, level, what is missing. */
export const ScoreHeadline = ({ score }: { score: Score }) => (
  <Flex direction="column" gap="2">
    <ScoreValue
      score={score.score}
      level={score.level}
      threshold={score.threshold}
      size="large"
    />
    <Text as="p">{missingSummary(score)}</Text>
    {unknownSummary(score.dimensions).map(text => (
      <Text as="p" key={text}>
        {text}
      </Text>
    ))}
    <Text as="p" variant="body-small" style={muted}>
      {score.environment} · evaluated <RelativeTime time={score.evaluatedAt} />
    </Text>
  </Flex>
);
