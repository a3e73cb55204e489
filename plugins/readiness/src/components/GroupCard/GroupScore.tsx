import { Flex, Text } from '@backstage/ui';
import { TeamScore } from '@maestro-conductor/plugin-readiness-common';
import { formatQuantity, ScoreValue, tokens } from '@maestro-conductor/ui';
import { useScorecards } from '../../hooks';
import { dimensionColumns } from '../../lib/dimensionColumns';
import { teamDimensions } from '../../lib/teamWeakness';
import { DimensionBars } from '../DimensionBars';

/** The mean score of a group, how many of its services are ready, and where it loses. */
export const GroupScore = ({ team }: { team: TeamScore }) => {
  // Only titles and their order come from it: without it, the names stand in.
  const scorecard = useScorecards().value?.items[0];
  const unknown = team.services - team.scored;
  return (
    <Flex direction="column" gap="3">
      <div>
        <ScoreValue score={team.score} hideLevel size="large" />
        <Text as="p">
          {formatQuantity(team.ready)} of {formatQuantity(team.services)}{' '}
          {team.services === 1 ? 'service' : 'services'} ready
          {unknown > 0 && ` · ${formatQuantity(unknown)} no data`}
        </Text>
        <Text as="p" variant="body-small" style={{ color: tokens.muted }}>
          mean score, nested groups included
        </Text>
      </div>
      <DimensionBars
        dimensions={teamDimensions(
          team,
          dimensionColumns(scorecard?.dimensions, [team]),
        )}
      />
    </Flex>
  );
};
