import {
  BoardSummary,
  ObjectiveItem,
} from '@maestro-conductor/plugin-slo-common';
import { formatQuantity } from '@maestro-conductor/ui';

const counted = (count: number) =>
  `${formatQuantity(count)} ${count === 1 ? 'objective' : 'objectives'}`;

/** What a board is about: `6 objectives · windows of 30d and 7d`. */
export function boardContext(
  { total }: Pick<BoardSummary, 'total'>,
  windows: readonly string[],
): string {
  if (windows.length === 0) return counted(total);
  const named =
    windows.length > 3
      ? `${windows.length} lengths`
      : windows.join(', ').replace(/, ([^,]*)$/, ' and $1');
  return `${counted(total)} · windows of ${named}`;
}

/** The factors to explain below a board, once for each set that its rows have: `14.4×, 6×, 3×, 1×`. */
export function factorSets(
  items: readonly ObjectiveItem[],
): Array<{ windows: string; factors: number[] }> {
  const sets = new Map<string, { windows: string; factors: number[] }>();
  for (const { objective } of items) {
    const factors = objective.alertRows.map(({ factor }) => factor);
    const { duration } = objective.window;
    if (factors.length > 0) {
      sets.set(`${duration} ${factors}`, { windows: duration, factors });
    }
  }
  return [...sets.values()];
}
