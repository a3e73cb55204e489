import { Verdict } from '@maestro-conductor/plugin-readiness-common';
import { ownerSearch } from './ownerSearch';

const SHORT_OF_ALL: Verdict[] = [
  'failed',
  'partial',
  'no-data',
  'stale',
  'errored',
];

/** A team and a dimension, with what is known of the two. */
export interface HeatMapCell {
  groupRef: string;
  dimension: string;
  /** Mean, 0 to 1; absent where nothing is known. */
  value?: number;
  /** Services without data. */
  noData: number;
}

/** The address that lists the services behind a cell of the heat map: those that fall short, or those that passed where none does. */
export function cellSearch(search: string, cell: HeatMapCell): string {
  const { groupRef, dimension, value, noData } = cell;
  const full = value !== undefined && value >= 1 && noData === 0;
  return ownerSearch(search, groupRef, {
    dimension,
    verdict: full ? ['passed'] : SHORT_OF_ALL,
  });
}
