import { Marks, PromSeries } from '../client/types';
import { minuteOf } from './minutes';

/**
 * What each series says at the end of each minute: its last sample, as long as it is not older than a minute or than the time between two
 * samples, whichever is longer.
 *
 * @param marks - minutes from `from` up to, without, `to`
 * @returns values by minute; a minute without any is absent
 */
export function valuesByMinute(
  series: readonly PromSeries[],
  { from, to }: Marks,
  scrapeInterval: number,
): Map<number, number[]> {
  const holds = Math.max(1, Math.ceil(scrapeInterval / 60_000));
  const found = new Map<number, number[]>();
  for (const { times, values } of series) {
    for (let i = 0; i < times.length; i += 1) {
      const minute = minuteOf(times[i]);
      const next = i + 1 < times.length ? minuteOf(times[i + 1]) : Infinity;
      const end = Math.min(minute + holds, next, to);
      for (let at = Math.max(minute, from); at < end; at += 1) {
        const known = found.get(at);
        if (known) known.push(values[i]);
        else found.set(at, [values[i]]);
      }
    }
  }
  return found;
}
