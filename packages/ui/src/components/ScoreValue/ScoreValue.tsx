import { makeStyles } from '@material-ui/core/styles';
import { formatScore } from '../../formats/formatScore';
import { tokens } from '../../theme/tokens';
import { StatusChip } from '../StatusChip/StatusChip';
import { levelWord } from './levelWord';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'baseline',
    gap: 8,
    whiteSpace: 'nowrap',
  },
  small: { fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
  large: {
    fontSize: 'var(--bui-font-size-8)',
    fontWeight: 700,
    lineHeight: 1.2,
    fontVariantNumeric: 'tabular-nums',
  },
  none: { color: tokens.muted, whiteSpace: 'nowrap' },
  noneLarge: { fontSize: 'var(--bui-font-size-7)', lineHeight: 1.2 },
});

/** @public */
export interface ScoreValueProps {
  /** 0 to 1; absent where there is none, which is shown as such and never as 0. */
  score?: number;
  /** The name of the level that was reached, for example `gold`; absent below the lowest. */
  level?: string;
  /** The limit it is compared with: digits are added where the two would look alike and are not. */
  threshold?: number;
  size?: 'small' | 'large';
  /** Leaves the level out, for places where a column of its own shows it. */
  hideLevel?: boolean;
}

/** A score as `0.87`, with its level in words. @public */
export const ScoreValue = ({
  score,
  level,
  threshold,
  size = 'small',
  hideLevel = false,
}: ScoreValueProps) => {
  const classes = useStyles();
  if (score === undefined) {
    return (
      <span
        className={`${classes.none} ${
          size === 'large' ? classes.noneLarge : ''
        }`}
      >
        no data
      </span>
    );
  }
  return (
    <span className={classes.root}>
      <span className={classes[size]}>{formatScore(score, threshold)}</span>
      {!hideLevel && <StatusChip tone="neutral">{levelWord(level)}</StatusChip>}
    </span>
  );
};
