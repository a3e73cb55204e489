import { Link } from '@backstage/core-components';
import { TeamScore } from '@maestro-conductor/plugin-readiness-common';
import { formatPercent, tokens } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useLocation } from 'react-router-dom';
import { cellSearch } from '../../lib/cellSearch';
import { HeatCell } from '../HeatCell';

const useStyles = makeStyles({
  link: {
    display: 'block',
    borderRadius: 4,
    '&:hover': { textDecoration: 'none', opacity: 0.85 },
    '&:focus-visible': {
      outline: `2px solid ${tokens.focus}`,
      outlineOffset: 1,
    },
  },
});

interface HeatLinkProps {
  team: TeamScore;
  dimension: { name: string; title: string };
}

/** A cell of the heat map, leading to the services behind it. */
export const HeatLink = ({ team, dimension }: HeatLinkProps) => {
  const classes = useStyles();
  const { search } = useLocation();
  const cell = team.dimensions[dimension.name];
  if (!cell || (cell.value === undefined && cell.noData === 0)) {
    return (
      <span
        style={{ color: tokens.muted }}
        title="Applies to none of its services"
      >
        –
      </span>
    );
  }
  const { value, noData } = cell;
  const words = [
    value === undefined ? 'no data' : formatPercent(value),
    ...(noData > 0 ? [`${noData} without data`] : []),
  ].join(', ');
  const target = {
    groupRef: team.groupRef,
    dimension: dimension.name,
    ...cell,
  };
  return (
    <Link
      className={classes.link}
      to={cellSearch(search, target)}
      aria-label={`${team.title}, ${dimension.title}: ${words}`}
    >
      <HeatCell value={value} noData={noData} />
    </Link>
  );
};
