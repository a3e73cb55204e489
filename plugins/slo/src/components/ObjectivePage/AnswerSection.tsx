import { Alert, Flex, Text } from '@backstage/ui';
import { ObjectiveDetail } from '@maestro-conductor/plugin-slo-common';
import { RelativeTime, Section, tokens } from '@maestro-conductor/ui';
import { useNow } from '../../hooks';
import { nextAction } from '../../lib/nextAction';
import { sourceNote } from '../../lib/sourceNote';
import { BudgetBar } from '../BudgetBar';
import { BurningChip, ObjectiveStatusChip } from '../ObjectiveStatusChip';
import { ActionLinks } from './ActionLinks';

/** The answer first: how it fares, why, what is left, and what to do. */
export const AnswerSection = ({ detail }: { detail: ObjectiveDetail }) => {
  const { objective, state, sourceProblem } = detail;
  const note = sourceNote(detail, useNow());
  return (
    <Section title="Now">
      <Flex direction="column" gap="3">
        <Flex gap="2" align="center">
          <ObjectiveStatusChip status={state?.status} />
          <BurningChip state={state} />
        </Flex>
        <Text as="p" variant="body-large" weight="bold">
          {state?.reason ?? 'It was not evaluated yet.'}
        </Text>
        {sourceProblem && (
          <Alert
            status="warning"
            icon
            title={`The source does not answer: ${note}`}
            description={sourceProblem.message}
          />
        )}
        <BudgetBar label={objective.title} state={state} />
        {state?.exhaustedAt && (
          <Text as="p">
            At the rate of the last six hours the budget is used up{' '}
            <RelativeTime time={state.exhaustedAt} />.
          </Text>
        )}
        {state?.usedUpSince && (
          <Text as="p">
            The budget was used up <RelativeTime time={state.usedUpSince} />.
          </Text>
        )}
        <div>
          <Text as="h3" variant="body-large" weight="bold">
            What to do
          </Text>
          <Text as="p">{nextAction(detail)}</Text>
          <ActionLinks entityRef={objective.entityRef} />
        </div>
        {state && (
          <Text as="p" variant="body-small" style={{ color: tokens.muted }}>
            evaluated <RelativeTime time={state.evaluatedAt} />
          </Text>
        )}
      </Flex>
    </Section>
  );
};
