import { formatScore, TONES } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import { valueTone } from '../../lib/valueTone';

const useStyles = makeStyles({
  cell: {
    minWidth: 56,
    padding: '4px',
    margin: '-4px 0',
    borderRadius: 4,
    textAlign: 'center',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  unknown: { fontSize: 'var(--bui-font-size-2)' },
});

interface HeatCellProps {
  /** Mean, 0 to 1; absent where nothing is known. */
  value?: number;
  /** Services without data. */
  noData?: number;
}

/** A mean value on a colour, with how many services it knows nothing of. */
export const HeatCell = ({ value, noData = 0 }: HeatCellProps) => {
  const classes = useStyles();
  const { background, foreground } = TONES[valueTone(value)];
  return (
    <div className={classes.cell} style={{ background, color: foreground }}>
      {value === undefined ? 'no data' : formatScore(value)}
      {value !== undefined && noData > 0 && (
        <div className={classes.unknown}>{noData} no data</div>
      )}
    </div>
  );
};
