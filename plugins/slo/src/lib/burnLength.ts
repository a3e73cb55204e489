import { BurnEpisode } from '@maestro-conductor/plugin-slo-common';
import { formatMinutes } from '@maestro-conductor/ui';

/**
 * How long a burn went on: `2 h 5 min`, `12 min so far`.
 *
 * @param now - milliseconds since 1970
 */
export function burnLength(
  { startedAt, endedAt }: Pick<BurnEpisode, 'startedAt' | 'endedAt'>,
  now: number,
): string {
  const end = endedAt ? Date.parse(endedAt) : now;
  const minutes = Math.floor(Math.max(0, end - Date.parse(startedAt)) / 60_000);
  const length = formatMinutes(minutes);
  return endedAt ? length : `${length} so far`;
}
