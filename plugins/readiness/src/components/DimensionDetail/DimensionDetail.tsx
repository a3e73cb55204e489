import { Flex, Text } from '@backstage/ui';
import {
  DimensionDefinition,
  DimensionScore,
  FactUsed,
} from '@maestro-conductor/plugin-readiness-common';
import { DataTable, formatExactTime } from '@maestro-conductor/ui';
import { factUsedText } from '../../lib/factUsedText';
import { RuleText } from '../RuleText';

interface DimensionDetailProps {
  dimension: DimensionScore;
  /** Absent where the scorecard is not known. */
  rule?: DimensionDefinition;
}

/** How a dimension came to its points: the facts with their exact values, and the rule. */
export const DimensionDetail = ({ dimension, rule }: DimensionDetailProps) => (
  <Flex direction="column" gap="4">
    <Text as="p">{dimension.reason}</Text>
    <DataTable<FactUsed>
      caption={`Facts of ${dimension.title}`}
      rows={dimension.facts}
      rowKey={({ name }) => name}
      empty="No fact went in."
      columns={[
        {
          id: 'name',
          header: 'Fact',
          rowHeader: true,
          cell: ({ name }) => name,
        },
        { id: 'value', header: 'Value', cell: factUsedText },
        {
          id: 'observedAt',
          header: 'Observed',
          cell: ({ observedAt }) =>
            observedAt ? formatExactTime(observedAt) : '–',
        },
      ]}
    />
    {rule && (
      <div>
        <Text as="h3" variant="body-large" weight="bold">
          Rule
        </Text>
        <RuleText dimension={rule} />
      </div>
    )}
  </Flex>
);
