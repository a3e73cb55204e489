import { TrendPoint } from './types';

/** A row as the plot wants it: one column a line. @internal */
export interface TrendRow {
  /** Milliseconds since 1970. */
  time: number;
  measured?: number;
  reconstructed?: number;
}

/**
 * Splits values into a solid and a dashed line. Where one kind follows the other without a gap, the dashed line is led to the
 * neighbour, so that no hole stands where there is none.
 *
 * @internal
 */
export function trendRows(points: readonly TrendPoint[]): TrendRow[] {
  return points.map((point, index) => {
    const row: TrendRow = { time: Date.parse(point.at) };
    if (point.value === undefined) return row;
    if (point.reconstructed) return { ...row, reconstructed: point.value };
    const neighbours = [points[index - 1], points[index + 1]];
    const joins = neighbours.some(
      other => other?.reconstructed && other.value !== undefined,
    );
    return {
      ...row,
      measured: point.value,
      ...(joins && { reconstructed: point.value }),
    };
  });
}
