import { BoardSummary } from '@maestro-conductor/plugin-slo-common';
import { BoardFilter } from './boardFilter';

/** How many objectives match a filter, by the summary of its scope; undefined where the summary does not tell. */
export function matching(
  { total, byStatus, burning }: BoardSummary,
  filter: BoardFilter,
): number | undefined {
  const { statuses } = filter;
  if (filter.burning) return statuses ? undefined : burning;
  if (!statuses) return total;
  return statuses.reduce((sum, status) => sum + byStatus[status], 0);
}
