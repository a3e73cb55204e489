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
  /** A dashed line to compare with, 0 to 1. */
  reference?: number;
  /** In pixels; 160 where absent. */
  width?: number;
}

/** A trend in a few pixels, without axes: for beside a number. Values from 0 to 1 only. @public */
export const Sparkline = (props: SparklineProps) => {
  const { label, values, reference, width = WIDTH } = props;
  const size = { width, height: HEIGHT };
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      // In a row of a table, the line stands beside the text and does not push it down.
      style={{ verticalAlign: 'text-top' }}
    >
      {reference !== undefined && (
        <path
          d={sparklinePath([reference, reference], size)}
          fill="none"
          stroke={tokens.muted}
          strokeDasharray="3 3"
        />
      )}
      <path
        d={sparklinePath(values, size)}
        fill="none"
        stroke={tokens.series}
        strokeWidth={2}
        strokeLinecap="round"
      />
    </svg>
  );
};
