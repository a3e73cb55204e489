import { formatPercent, TONES, tokens } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import { valueTone } from '../../lib/valueTone';

const useStyles = makeStyles({
  cell: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    minWidth: 72,
    minHeight: 44,
    padding: '2px 4px',
    borderRadius: 4,
    border: '1px solid transparent',
    textAlign: 'center',
    whiteSpace: 'nowrap',
    lineHeight: 1.3,
    fontVariantNumeric: 'tabular-nums',
  },
  // Stripes and a broken frame: not to be taken for a zero, in whichever colours it is seen.
  none: {
    borderStyle: 'dashed',
    borderColor: tokens.muted,
    backgroundImage: `repeating-linear-gradient(135deg, transparent 0 5px, ${tokens.line} 5px 7px)`,
  },
  noData: { fontSize: 'var(--bui-font-size-1)' },
});

interface HeatCellProps {
  /** Mean, 0 to 1; absent where nothing is known. */
  value?: number;
  /** Services without data. */
  noData: number;
}

/** A mean value in percent on a colour, with how many services it knows nothing of. */
export const HeatCell = ({ value, noData }: HeatCellProps) => {
  const classes = useStyles();
  const { background, foreground } = TONES[valueTone(value)];
  const known = value !== undefined;
  return (
    <span
      className={`${classes.cell} ${known ? '' : classes.none}`}
      style={{ backgroundColor: background, color: foreground }}
    >
      {known ? formatPercent(value) : 'no data'}
      {known && noData > 0 && (
        <span className={classes.noData}>{noData} without data</span>
      )}
    </span>
  );
};
