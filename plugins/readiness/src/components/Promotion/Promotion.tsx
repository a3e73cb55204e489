import { Flex, Text } from '@backstage/ui';
import {
  GateDecision,
  GateReason,
} from '@maestro-conductor/plugin-readiness-common';
import {
  formatScore,
  RelativeTime,
  StatusChip,
  tokens,
  WhyPanel,
} from '@maestro-conductor/ui';
import { GATE_LOOKS } from '../../lib/gateLooks';
import { DecisionDetail } from './DecisionDetail';
import { ReasonList } from './ReasonList';

const muted = { color: tokens.muted };

/** More would push the dimensions off the screen; the decision itself has all. */
const SHOWN = 3;

const Reasons = ({ title, items }: { title: string; items: GateReason[] }) => {
  const more = items.length - SHOWN;
  return items.length > 0 ? (
    <div>
      <Text as="p" weight="bold">
        {title}
      </Text>
      <ReasonList title={title} reasons={items.slice(0, SHOWN)} />
      {more > 0 && (
        <Text as="p" style={muted}>
          and {more} more, see the decision
        </Text>
      )}
    </div>
  ) : null;
};

/** Whether the way to an environment is open, by the last decision of the gate. */
export const Promotion = ({ decision }: { decision: GateDecision }) => {
  const { tone, word, meaning } = GATE_LOOKS[decision.decision];
  const { score, threshold, commit, blockers, warnings } = decision;
  return (
    <Flex direction="column" gap="2">
      <div>
        <StatusChip tone={tone}>{word}</StatusChip>
      </div>
      <Text as="p">{meaning}</Text>
      <Text as="p" variant="body-small" style={muted}>
        asked <RelativeTime time={decision.decidedAt} />
        {commit && ` for ${commit.slice(0, 7)}`} by {decision.askedBy}
      </Text>
      <Text as="p">
        {score === undefined
          ? 'no score'
          : `score ${formatScore(score, threshold)}`}
        , threshold {formatScore(threshold)}
      </Text>
      <Reasons title="In the way" items={blockers} />
      <Reasons title="Warnings" items={warnings} />
      <div>
        <WhyPanel title={`Decision ${decision.id}`} label="See the decision">
          <DecisionDetail decision={decision} />
        </WhyPanel>
      </div>
    </Flex>
  );
};
