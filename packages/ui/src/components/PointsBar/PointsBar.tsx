import { makeStyles } from '@material-ui/core/styles';
import { formatPoints } from '../../formats/formatPoints';
import { Tone, TONES } from '../../theme/tones';
import { tokens } from '../../theme/tokens';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'baseline', gap: 8, minWidth: 150 },
  track: {
    flex: '1 1 auto',
    alignSelf: 'center',
    minWidth: 48,
    height: 8,
    borderRadius: 4,
    background: tokens.line,
    overflow: 'hidden',
  },
  fill: { height: '100%', borderRadius: 4 },
  // As wide as `13.8 of 25`, so that the bars of a column are as long as each other.
  text: {
    minWidth: '5.2em',
    textAlign: 'right',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
});

/** @public */
export interface PointsBarProps {
  /** What the points are of, for assistive technology. */
  label: string;
  points: number;
  /** More than 0. */
  maxPoints: number;
}

function toneOf(share: number): Tone {
  if (share >= 1) return 'good';
  return share > 0 ? 'warning' : 'unknown';
}

/** Points gained out of those there are, as a bar and in words. @public */
export const PointsBar = ({ label, points, maxPoints }: PointsBarProps) => {
  const classes = useStyles();
  const share = Math.min(1, Math.max(0, points / maxPoints));
  const text = `${formatPoints(points)} of ${formatPoints(maxPoints)}`;
  return (
    <div className={classes.root}>
      <div
        className={classes.track}
        role="meter"
        aria-label={`${label}: points`}
        aria-valuemin={0}
        aria-valuemax={maxPoints}
        aria-valuenow={points}
        aria-valuetext={text}
      >
        <div
          className={classes.fill}
          style={{
            width: `${share * 100}%`,
            background: TONES[toneOf(share)].solid,
          }}
        />
      </div>
      <span className={classes.text}>{text}</span>
    </div>
  );
};
