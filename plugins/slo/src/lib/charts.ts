import {
  AlertRow,
  ObjectiveSeries,
} from '@maestro-conductor/plugin-slo-common';
import {
  ChartSeries,
  formatMinutes,
  SeriesChartPoint,
} from '@maestro-conductor/ui';

/** Lines of a chart. */
export interface ChartLines {
  series: ChartSeries[];
  points: SeriesChartPoint[];
}

/** Where a straight path of points, oldest first, is at a time; undefined outside of it. */
function along(
  path: ReadonlyArray<{ time: string; budgetLeft: number }>,
  time: string,
): number | undefined {
  const at = Date.parse(time);
  for (let index = 1; index < path.length; index++) {
    const from = Date.parse(path[index - 1].time);
    const to = Date.parse(path[index].time);
    if (at >= from && at <= to) {
      const { budgetLeft: start } = path[index - 1];
      const { budgetLeft: end } = path[index];
      return to === from
        ? end
        : start + ((end - start) * (at - from)) / (to - from);
    }
  }
  return undefined;
}

/** The budget that was left over time, and beside it that of one who spends evenly, up to the end of the period. */
export function budgetLines({
  points,
  ideal = [],
}: ObjectiveSeries): ChartLines {
  const last = points.at(-1)?.time;
  const ahead = ideal.filter(({ time }) => !last || time > last);
  return {
    series: [
      { id: 'left', title: 'Budget left' },
      ...(ideal.length > 0
        ? [{ id: 'ideal', title: 'Spent evenly', guide: true }]
        : []),
    ],
    points: [
      ...points.map(({ time, budgetLeft }) => ({
        at: time,
        values: { left: budgetLeft, ideal: along(ideal, time) },
      })),
      ...ahead.map(({ time, budgetLeft }) => ({
        at: time,
        values: { ideal: budgetLeft },
      })),
    ],
  };
}

/** From nothing to all, and further down where more than all was spent. */
export function budgetDomain({
  points,
}: ObjectiveSeries): [number | 'auto', number] {
  const overspent = points.some(({ budgetLeft }) => (budgetLeft ?? 0) < 0);
  return [overspent ? 'auto' : 0, 1];
}

/** Burn rates over the long windows of the alert rows. Rows of the same window are one line. */
export function burnLines(
  { points }: ObjectiveSeries,
  rows: readonly AlertRow[],
): ChartLines {
  const minutes = [...new Set(rows.map(({ longMinutes }) => longMinutes))];
  return {
    series: minutes.map(length => ({
      id: String(length),
      title: `Over ${formatMinutes(length)}`,
    })),
    points: points.map(({ time, burn }) => ({
      at: time,
      values: Object.fromEntries(
        minutes.map(length => [String(length), burn[length] ?? null]),
      ),
    })),
  };
}

/** What was counted in each step. */
export function countLines(
  { points }: ObjectiveSeries,
  what: 'total' | 'bad',
  title: string,
): ChartLines {
  return {
    series: [{ id: what, title }],
    points: points.map(point => ({
      at: point.time,
      values: { [what]: point[what] },
    })),
  };
}

/** Whether there is anything to draw. */
export function hasValues({ points }: ChartLines): boolean {
  return points.some(({ values }) =>
    Object.values(values).some(value => value !== null && value !== undefined),
  );
}
