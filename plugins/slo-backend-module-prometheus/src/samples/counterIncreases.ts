import { PromSeries } from '../client/types';
import { newSeries, NewSeriesOptions } from './newSeries';
import { addTo, ByMinute, minuteOf } from './minutes';

/** Over more minutes than this nobody knows when the events happened. */
export const LONGEST_GAP_MINUTES = 60;

/** How much counters rose, and what is not certain yet. */
export interface Increases {
  counts: ByMinute;
  /** The first minute that later samples may still say something else about. */
  unsettledFrom?: number;
}

/**
 * How much counters rose in each minute, all series together. Each series is followed by itself: where it falls it began anew, and all that it
 * shows then is new. An increase belongs to the minute in which it was seen; where samples are missing for up to an hour, it is spread evenly
 * over the minutes since the last one; beyond that these minutes stay unknown.
 */
export function counterIncreases(
  series: readonly PromSeries[],
  options: NewSeriesOptions,
): Increases {
  const counts: ByMinute = new Map();
  for (const { times, values } of series) {
    for (let i = 1; i < times.length; i += 1) {
      const rise = values[i] - values[i - 1];
      const first = minuteOf(times[i - 1]);
      spread(counts, first, minuteOf(times[i]), rise >= 0 ? rise : values[i]);
    }
  }
  const { increases, unsettledFrom } = newSeries(series, options);
  for (const { minute, amount } of increases) addTo(counts, minute, amount);
  return { counts, unsettledFrom };
}

function spread(counts: ByMinute, from: number, to: number, amount: number) {
  const minutes = to - from;
  if (minutes > LONGEST_GAP_MINUTES) return;
  if (minutes === 0) {
    addTo(counts, to, amount);
    return;
  }
  for (let minute = from + 1; minute <= to; minute += 1) {
    addTo(counts, minute, amount / minutes);
  }
}
