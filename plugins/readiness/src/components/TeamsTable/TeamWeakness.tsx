import { TeamScore } from '@maestro-conductor/plugin-readiness-common';
import { formatPercent, tokens } from '@maestro-conductor/ui';
import { teamDimensions, weakestDimension } from '../../lib/teamWeakness';

interface TeamWeaknessProps {
  team: Pick<TeamScore, 'dimensions'>;
  columns: ReadonlyArray<{ name: string; title: string }>;
}

/** Where a team loses most: `Chaos 12 %, 2 without data`. */
export const TeamWeakness = ({ team, columns }: TeamWeaknessProps) => {
  const dimensions = teamDimensions(team, columns);
  const weakest = weakestDimension(dimensions);
  if (weakest) {
    const { title, value, noData } = weakest;
    return (
      <>
        {title} {formatPercent(value)}
        {noData > 0 && (
          <span style={{ color: tokens.muted }}>, {noData} without data</span>
        )}
      </>
    );
  }
  const known = dimensions.some(({ value }) => value !== undefined);
  return <>{known ? 'none below 100 %' : 'no data'}</>;
};
