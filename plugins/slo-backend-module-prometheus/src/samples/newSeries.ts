import { PromSeries } from '../client/types';
import { minuteOf } from './minutes';

/** What is known about when series could have been seen. Milliseconds. */
export interface NewSeriesOptions {
  /** Since when the metric was looked at: a series of which the first sample comes soon after may be older than that. */
  watchedSince: number;
  /** Longest time between two samples of a series. */
  scrapeInterval: number;
  /** Samples up to here are there. */
  until: number;
  /** Keys of series that were there long before: they are back, not new. */
  known: ReadonlySet<string>;
}

/** What series count that were not there before. */
export interface NewSeries {
  increases: { minute: number; amount: number }[];
  /** The first minute with a new series of which the samples that follow are needed to judge it. */
  unsettledFrom?: number;
}

/**
 * What the first samples of new series count. A process begins at 0, so its first sample is what happened until then, and the first error of a
 * service is a series with the value 1. But where labels change, all series end and others go on from their values under new names; to count
 * those again would be a wave of events that never were. So: new series count from 0, except that where others end at the same time, and had no
 * more than the new ones have, only the difference counts.
 */
export function newSeries(
  series: readonly PromSeries[],
  { watchedSince, scrapeInterval, until, known }: NewSeriesOptions,
): NewSeries {
  const settle = 2 * scrapeInterval;
  const groups = new Map<number, PromSeries[]>();
  for (const one of series) {
    const [born] = one.times;
    if (born === undefined || born - watchedSince <= settle) continue;
    if (known.has(one.key)) continue;
    const minute = minuteOf(born);
    groups.set(minute, [...(groups.get(minute) ?? []), one]);
  }
  const ended = new Set<PromSeries>();
  const increases: NewSeries['increases'] = [];
  const minutes = [...groups.keys()].sort((a, b) => a - b);
  for (const minute of minutes) {
    const group = groups.get(minute)!;
    const born = Math.min(...group.map(({ times }) => times[0]));
    const before = series.filter(
      one => !ended.has(one) && endsBefore(one, born, settle),
    );
    before.forEach(one => ended.add(one));
    const start = sumOf(group.map(({ values }) => values[0]));
    const end = sumOf(before.map(({ values }) => values[values.length - 1]));
    increases.push({ minute, amount: start >= end ? start - end : start });
  }
  const unsettledFrom = minutes.find(
    minute => (minute + 1) * 60_000 + settle > until,
  );
  return { increases, unsettledFrom };
}

/** Whether the last sample of a series came shortly before. One that comes back after more than that is taken for ended, too. */
function endsBefore({ times }: PromSeries, born: number, settle: number) {
  const last = times[times.length - 1];
  return last < born && born - last <= settle;
}

function sumOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
