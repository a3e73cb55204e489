import { tokens, TONES } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ChangeStep, signedPoints } from '../../lib/scoreChanges';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: 8 },
  track: {
    position: 'relative',
    flex: '1 1 auto',
    minWidth: 64,
    height: 12,
    borderRadius: 3,
    background: tokens.sunken,
    overflow: 'hidden',
  },
  // Wide enough to be seen, however small the move.
  bar: { position: 'absolute', top: 0, bottom: 0, minWidth: 2 },
  text: {
    minWidth: '3em',
    textAlign: 'right',
    fontWeight: 600,
    fontVariantNumeric: 'tabular-nums',
  },
});

interface ChangeBarProps {
  step: Pick<ChangeStep, 'change' | 'from' | 'to'>;
}

/** Points won or lost: a bar that begins where the one above ends, and a number with its sign. */
export const ChangeBar = ({ step }: ChangeBarProps) => {
  const classes = useStyles();
  const { change, from, to } = step;
  return (
    <div className={classes.root}>
      <div className={classes.track} aria-hidden="true">
        <div
          className={classes.bar}
          style={{
            left: `${Math.min(from, to) * 100}%`,
            width: `${Math.abs(to - from) * 100}%`,
            background: TONES[change < 0 ? 'bad' : 'good'].solid,
          }}
        />
      </div>
      <span className={classes.text}>{signedPoints(change)}</span>
    </div>
  );
};
