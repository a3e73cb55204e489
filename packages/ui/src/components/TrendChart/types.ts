/** A value at a time. @public */
export interface TrendPoint {
  /** ISO 8601, UTC. */
  at: string;
  /** Absent where there was none: the line has a gap there. */
  value?: number;
  /** True where the value was worked out afterwards: drawn dashed. */
  reconstructed?: boolean;
}

/** A moment at which the rule behind the values changed. @public */
export interface TrendMark {
  /** ISO 8601, UTC. */
  at: string;
  /** Short: stands at the line. */
  label: string;
  /** What changed, in a sentence. */
  summary: string;
}

/** @public */
export interface TrendChartProps {
  /** Names the chart and its table for assistive technology. */
  title: string;
  /** Oldest first. */
  points: readonly TrendPoint[];
  marks?: readonly TrendMark[];
  /** A line to compare with. */
  threshold?: { value: number; label: string };
  /** With the unit: `Score (0 to 1)`. */
  yTitle: string;
  xTitle?: string;
  domain: [number, number];
  /** Exact: for the tooltip and the table. */
  formatValue(value: number): string;
}
