import { ActiveFilter } from '@maestro-conductor/ui';
import { BoardFilter } from './boardFilter';
import { STATUS_WORDS } from './statusWords';

/** A list without one of its values; undefined where nothing is left. */
function without<T>(values: readonly T[], value: T): T[] | undefined {
  const rest = values.filter(other => other !== value);
  return rest.length > 0 ? rest : undefined;
}

/**
 * A chip for each thing that narrows a board.
 *
 * @param titleOf - the words for a group
 */
export function boardChips(
  filter: BoardFilter,
  titleOf: (groupRef: string) => string,
): ActiveFilter<BoardFilter>[] {
  const { owners = [], statuses = [], windows = [] } = filter;
  return [
    ...owners.map(owner => ({
      text: `Team: ${titleOf(owner)}`,
      without: { ...filter, owners: without(owners, owner) },
    })),
    ...statuses.map(status => ({
      text: `Status: ${STATUS_WORDS[status]}`,
      without: { ...filter, statuses: without(statuses, status) },
    })),
    ...(filter.burning
      ? [{ text: 'Burning now', without: { ...filter, burning: undefined } }]
      : []),
    ...windows.map(window => ({
      text: `Window: ${window}`,
      without: { ...filter, windows: without(windows, window) },
    })),
    ...(filter.environment
      ? [
          {
            text: `Environment: ${filter.environment}`,
            without: { ...filter, environment: undefined },
          },
        ]
      : []),
    ...(filter.text
      ? [
          {
            text: `Search: ${filter.text}`,
            without: { ...filter, text: undefined },
          },
        ]
      : []),
  ];
}
