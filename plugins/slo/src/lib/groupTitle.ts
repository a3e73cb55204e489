import { TeamBoardItem } from '@maestro-conductor/plugin-slo-common';
import { NO_OWNER } from './boardFilter';
import { refName } from './refName';

/** The name of an owner: its title where the teams have it, else its name. */
export function groupTitle(
  groupRef: string,
  teams: ReadonlyArray<Pick<TeamBoardItem, 'groupRef' | 'title'>> = [],
): string {
  if (groupRef === NO_OWNER) return 'No owner';
  const known = teams.find(team => team.groupRef === groupRef);
  return known?.title ?? refName(groupRef);
}
