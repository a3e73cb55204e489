import { tokens } from '../../theme/tokens';
import { sparklinePath } from './sparklinePath';

const WIDTH = 160;
const HEIGHT = 36;

/** @public */
export interface SparklineProps {
  /** Says what is seen, for those who do not see it: from, to, over which time. */
  label: string;
  /** 0 to 1, oldest first; undefined is a gap. */
  values: ReadonlyArray<number | undefined>;
}

/** A trend in a few pixels, without axes: for beside a number. Scores only, from 0 to 1. @public */
export const Sparkline = ({ label, values }: SparklineProps) => (
  <svg
    role="img"
    aria-label={label}
    width={WIDTH}
    height={HEIGHT}
    viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
  >
    <path
      d={sparklinePath(values, { width: WIDTH, height: HEIGHT })}
      fill="none"
      stroke={tokens.series}
      strokeWidth={2}
      strokeLinecap="round"
    />
  </svg>
);
