import {
  OBJECTIVE_SORTS,
  ObjectiveSort,
} from '@maestro-conductor/plugin-slo-common';
import { DataSort } from '@maestro-conductor/ui';

/** What a board is sorted by where nobody says: what needs somebody first. */
export const DEFAULT_SORT: ObjectiveSort = 'urgency';

/** What each sort puts first. */
export const SORT_WORDS: Readonly<Record<ObjectiveSort, string>> = {
  urgency: 'Most urgent',
  budget: 'Least budget left',
  burn: 'Fastest burn',
  title: 'Title',
  entity: 'Service',
  actual: 'Lowest actual',
};

/** The order in which a sort puts first what its words say. */
export function sortOrder(sort: ObjectiveSort): DataSort['order'] {
  return sort === 'burn' ? 'desc' : 'asc';
}

/** The sort of that name; the default where there is none. */
export function sortOf(name: string | undefined): ObjectiveSort {
  return OBJECTIVE_SORTS.find(sort => sort === name) ?? DEFAULT_SORT;
}
