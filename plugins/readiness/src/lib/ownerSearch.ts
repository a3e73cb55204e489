import { ScoreFilter } from '@maestro-conductor/plugin-readiness-common';
import { NO_OWNER, writeScoreFilter } from './scoreFilter';

/**
 * The search part of an address that lists the services of a group, from the first page; what is not a filter stays.
 *
 * @param groupRef - empty for the services that no group owns
 * @param filter - narrows the list further
 */
export function ownerSearch(
  search: string,
  groupRef: string,
  filter: Omit<ScoreFilter, 'owner'> = {},
): string {
  const params = writeScoreFilter(new URLSearchParams(search), {
    ...filter,
    owner: [groupRef || NO_OWNER],
  });
  params.set('view', 'services');
  return `?${params}`;
}
