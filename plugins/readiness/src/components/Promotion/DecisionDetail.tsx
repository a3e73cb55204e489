import {
  DimensionScore,
  GateDecision,
} from '@maestro-conductor/plugin-readiness-common';
import { Flex, Text } from '@backstage/ui';
import {
  DataTable,
  formatExactTime,
  formatPoints,
  tokens,
  VerdictChip,
} from '@maestro-conductor/ui';
import { ReasonList } from './ReasonList';

/** A decision as it was made: what went in, and how each dimension stood. */
export const DecisionDetail = ({ decision }: { decision: GateDecision }) => (
  <Flex direction="column" gap="3">
    <Text as="p">
      {formatExactTime(decision.decidedAt)}
      {decision.definitionVersion !== undefined &&
        `, scorecard version ${decision.definitionVersion}`}
    </Text>
    <Text as="p" variant="body-small" style={{ overflowWrap: 'anywhere' }}>
      Inputs SHA-256{' '}
      <code style={{ fontFamily: tokens.monospace }}>
        {decision.inputsDigest}
      </code>
    </Text>
    {[
      { title: 'All that is in the way', reasons: decision.blockers },
      { title: 'All warnings', reasons: decision.warnings },
    ]
      .filter(({ reasons }) => reasons.length > 0)
      .map(({ title, reasons }) => (
        <div key={title}>
          <Text as="h3" weight="bold">
            {title}
          </Text>
          <ReasonList title={title} reasons={reasons} steps />
        </div>
      ))}
    <DataTable<DimensionScore>
      caption="Dimensions at the decision"
      rows={decision.dimensions}
      rowKey={({ name }) => name}
      empty="It could not be judged by dimension."
      columns={[
        {
          id: 'title',
          header: 'Dimension',
          rowHeader: true,
          cell: ({ title }) => title,
        },
        {
          id: 'verdict',
          header: 'Verdict',
          cell: ({ verdict }) => <VerdictChip verdict={verdict} />,
        },
        {
          id: 'points',
          header: 'Points',
          align: 'right',
          cell: ({ points, maxPoints }) => (
            <span style={{ whiteSpace: 'nowrap' }}>
              {formatPoints(points)} of {formatPoints(maxPoints)}
            </span>
          ),
        },
        { id: 'why', header: 'Why', cell: ({ reason }) => reason },
      ]}
    />
  </Flex>
);
