import { Text } from '@backstage/ui';
import { DimensionDefinition } from '@maestro-conductor/plugin-readiness-common';
import { formatPoints } from '@maestro-conductor/ui';
import { ruleText } from '../../lib/ruleText';

/** How a dimension is judged: its weight and its rule. */
export const RuleText = ({ dimension }: { dimension: DimensionDefinition }) => (
  <>
    <Text as="p">
      {formatPoints(dimension.weight * 100)} points at most.
      {dimension.boundToCommit &&
        ' The gate, asked for a commit, needs a fact of just that commit.'}
    </Text>
    {ruleText(dimension.value).map(sentence => (
      <Text as="p" key={sentence}>
        {sentence}
      </Text>
    ))}
  </>
);
