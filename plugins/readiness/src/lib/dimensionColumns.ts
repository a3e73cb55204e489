import {
  DimensionDefinition,
  TeamScore,
} from '@maestro-conductor/plugin-readiness-common';

/** The dimensions to show: in the order of the scorecard where it is known, else all that occur, by name. */
export function dimensionColumns(
  definition: readonly DimensionDefinition[] | undefined,
  teams: readonly TeamScore[],
): Array<{ name: string; title: string }> {
  if (definition) return definition.map(({ name, title }) => ({ name, title }));
  const names = new Set(teams.flatMap(team => Object.keys(team.dimensions)));
  return [...names].sort().map(name => ({ name, title: name }));
}
