import { TrendPoint } from '@maestro-conductor/plugin-slo-common';
import { Sparkline, tokens } from '@maestro-conductor/ui';
import { trendView } from '../../lib/trendView';

const WIDTH = 72;

interface TargetTrendProps {
  trend: readonly TrendPoint[];
  target: number;
}

/** Up to 30 days as a small line; the dashed one is the target. */
export const TargetTrend = ({ trend, target }: TargetTrendProps) => {
  if (trend.every(({ actual }) => actual === null)) {
    return <span style={{ color: tokens.muted }}>no data</span>;
  }
  const { values, label } = trendView(trend, target);
  return (
    <Sparkline label={label} values={values} reference={0.5} width={WIDTH} />
  );
};
