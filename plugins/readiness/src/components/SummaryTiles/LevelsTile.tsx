import { Link } from '@backstage/core-components';
import { ReadinessSummary } from '@maestro-conductor/plugin-readiness-common';
import { formatQuantity, TONES } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useLocation } from 'react-router-dom';
import { levelRows } from '../../lib/levelRows';
import { levelSearch } from '../../lib/levelSearch';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    gap: 2,
    height: 16,
    borderRadius: 8,
    overflow: 'hidden',
    marginBottom: 12,
  },
  list: { listStyle: 'none', margin: 0, padding: 0, lineHeight: 1.6 },
  item: { display: 'flex', alignItems: 'center', gap: 8 },
  swatch: { width: 12, height: 12, borderRadius: 3 },
});

/** How many services reached which level, as a bar and in words that lead to them. */
export const LevelsTile = ({ summary }: { summary: ReadinessSummary }) => {
  const classes = useStyles();
  const { search } = useLocation();
  const rows = levelRows(summary);
  return (
    <>
      <div className={classes.bar} aria-hidden="true">
        {rows.map(({ word, services, tone }) => (
          <div
            key={word}
            style={{ flexGrow: services, background: TONES[tone].solid }}
          />
        ))}
      </div>
      <ul className={classes.list} aria-label="Services by level">
        {rows.map(({ word, level, services, tone }) => (
          <li key={word} className={classes.item}>
            <span
              className={classes.swatch}
              style={{ background: TONES[tone].solid }}
            />
            {services > 0 ? (
              <Link to={levelSearch(search, level)}>
                {formatQuantity(services)} {word}
              </Link>
            ) : (
              `0 ${word}`
            )}
          </li>
        ))}
      </ul>
    </>
  );
};
