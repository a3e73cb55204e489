import { formatPercent, tokens, TONES } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import { TeamDimension } from '../../lib/teamWeakness';
import { valueTone } from '../../lib/valueTone';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(90px, 1fr) minmax(60px, 1.4fr) auto',
    alignItems: 'center',
    gap: 12,
    padding: '4px 0',
  },
  track: {
    height: 8,
    borderRadius: 4,
    background: tokens.line,
    overflow: 'hidden',
  },
  // Striped, as in the heat map: nothing is known, which is not an empty bar.
  none: {
    background: `repeating-linear-gradient(135deg, transparent 0 4px, ${tokens.line} 4px 6px)`,
    outline: `1px dashed ${tokens.muted}`,
    outlineOffset: -1,
  },
  fill: { height: '100%', borderRadius: 4 },
  text: {
    minWidth: '9em',
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
  },
  muted: { color: tokens.muted },
});

/** The mean of each dimension as a bar and in percent, with how many services it knows nothing of. */
export const DimensionBars = ({
  dimensions,
}: {
  dimensions: readonly TeamDimension[];
}) => {
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label="Dimensions">
      {dimensions.map(({ name, title, value, noData }) => (
        <li key={name} className={classes.item}>
          <span>{title}</span>
          <span
            aria-hidden="true"
            className={`${classes.track} ${
              value === undefined ? classes.none : ''
            }`}
          >
            {value !== undefined && (
              <div
                className={classes.fill}
                style={{
                  width: `${value * 100}%`,
                  background: TONES[valueTone(value)].solid,
                }}
              />
            )}
          </span>
          <span className={classes.text}>
            {value === undefined ? 'no data' : formatPercent(value)}
            {value !== undefined && noData > 0 && (
              <span className={classes.muted}> · {noData} no data</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
};
