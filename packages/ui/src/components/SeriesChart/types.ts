/** One line of a chart. @public */
export interface ChartSeries {
  /** Key of its values in the points. */
  id: string;
  /** For the legend, the tooltip and the table. */
  title: string;
  /** Drawn for comparison only: thin, grey and dashed. */
  guide?: boolean;
  /** Exact: for the tooltip and the table. That of the chart where absent. */
  formatValue?(value: number): string;
}

/** What the lines say at a time. @public */
export interface SeriesChartPoint {
  /** ISO 8601, UTC. */
  at: string;
  /** By series; null or absent where there is none: the line has a gap there. */
  values: { [seriesId: string]: number | null | undefined };
}

/** A level to compare with. @public */
export interface ChartLevel {
  value: number;
  /** Short: stands at the line. */
  label: string;
}

/** @public */
export interface SeriesChartProps {
  /** Names the chart and its table for assistive technology. */
  title: string;
  /** At most five that are no guides. */
  series: readonly ChartSeries[];
  /** Oldest first. */
  points: readonly SeriesChartPoint[];
  levels?: readonly ChartLevel[];
  /** With the unit: `Requests per hour`. */
  yTitle: string;
  xTitle?: string;
  /** What the values determine where absent. */
  domain?: [number | 'auto', number | 'auto'];
  /** Exact: for the tooltip and the table. */
  formatValue(value: number): string;
  /** Short: for the axis. The same where absent. */
  formatTick?(value: number): string;
}
