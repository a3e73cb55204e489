import {
  OBJECTIVE_SORTS,
  ObjectiveSort,
} from '@maestro-conductor/plugin-slo-common';
import { FilterMenu } from '@maestro-conductor/ui';
import { SORT_WORDS, sortOf } from '../../lib/boardSort';

interface SortMenuProps {
  sort: ObjectiveSort;
  onSort(sort: ObjectiveSort): void;
}

/** What comes first on a board; also for what has no column of its own. */
export const SortMenu = ({ sort, onSort }: SortMenuProps) => (
  <FilterMenu
    word={`First: ${SORT_WORDS[sort].toLowerCase()}`}
    single
    options={OBJECTIVE_SORTS.map(value => ({
      value,
      title: SORT_WORDS[value],
    }))}
    selected={[]}
    onChange={([value]) => onSort(sortOf(value))}
  />
);
