import { VisuallyHidden } from '@backstage/ui';
import { TONES } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import { factorText, rateText } from '../../lib/rateText';
import { Unknown } from '../Unknown';

const useStyles = makeStyles({
  root: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  above: { color: TONES.bad.foreground, fontWeight: 700 },
});

interface BurnRateProps {
  /** Absent where it cannot be told. */
  rate?: number;
  /** What it is held against; absent where nothing watches it. */
  factor?: number;
  /** Whether it is above the factor. */
  above: boolean;
}

/** How fast a budget burns. One above its factor is bold and has a sign before it, besides its colour. */
export const BurnRate = ({ rate, factor, above }: BurnRateProps) => {
  const classes = useStyles();
  if (rate === undefined) return <Unknown />;
  return (
    <span className={`${classes.root} ${above ? classes.above : ''}`}>
      {above && <span aria-hidden="true">▲ </span>}
      {rateText(rate, factor)}
      {above && factor !== undefined && (
        <VisuallyHidden>
          , above its factor of {factorText(factor)}
        </VisuallyHidden>
      )}
    </span>
  );
};
