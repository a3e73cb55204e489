import { TONES } from '../../theme/tones';
import { tokens } from '../../theme/tokens';
import { ChartSeries } from './types';

/** How a line is drawn. @internal */
export interface ChartLine extends ChartSeries {
  stroke: string;
  width: number;
  dash?: string;
}

// Told apart by their dashes too, not by colour alone.
const LOOKS = [
  { stroke: tokens.series, dash: undefined },
  { stroke: TONES.bad.solid, dash: '8 3' },
  { stroke: TONES.warning.solid, dash: '2 3' },
  { stroke: TONES.good.solid, dash: '8 3 2 3' },
  { stroke: tokens.text, dash: '4 4' },
];

/** A look for each line; guides share one of their own. @internal */
export function chartLines(series: readonly ChartSeries[]): ChartLine[] {
  let next = 0;
  return series.map(one => {
    if (one.guide) {
      return { ...one, stroke: tokens.muted, width: 1.5, dash: '5 5' };
    }
    const look = LOOKS[next % LOOKS.length];
    next += 1;
    return { ...one, ...look, width: 2 };
  });
}
