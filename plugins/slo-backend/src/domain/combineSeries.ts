import {
  addCounts,
  CounterPoint,
  DayCounts,
  increasesOfDay,
  pointsOf,
} from '@maestro-conductor/slo-engine';

/** What a series says of a day. */
export interface SeriesDay {
  series: string;
  /** `counter`: as it stood at the end of each minute. */
  form: 'delta' | 'counter';
  counts: DayCounts;
}

function pointsOfSeries(
  day: number,
  rows: readonly SeriesDay[],
  series: string,
): CounterPoint[] {
  const row = rows.find(r => r.series === series && r.form === 'counter');
  return row ? pointsOf(day, row.counts) : [];
}

/**
 * The events of a day, of all series together.
 *
 * @param around - series of the day before and of the day after: an increase over midnight belongs to both
 */
export function combineSeries(
  day: number,
  rows: readonly SeriesDay[],
  around: { before: readonly SeriesDay[]; after: readonly SeriesDay[] },
): DayCounts {
  return addCounts(
    ...rows.map(({ series, form, counts }) =>
      form === 'delta'
        ? counts
        : increasesOfDay({
            day,
            counters: counts,
            previous: pointsOfSeries(day - 1, around.before, series).at(-1),
            next: pointsOfSeries(day + 1, around.after, series)[0],
          }),
    ),
  );
}
