import { BoardSummary } from '@maestro-conductor/plugin-slo-common';
import { formatQuantity } from '@maestro-conductor/ui';

/** Objectives of which nobody can say whether they are met. */
export interface CannotTell {
  count: number;
  /** `2 insufficient data`, one for each reason that there is. */
  reasons: string[];
}

/** What a board cannot tell. None of it counts as met. */
export function cannotTell({ byStatus, pending }: BoardSummary): CannotTell {
  const parts: Array<[number, string]> = [
    [byStatus['insufficient-data'], 'insufficient data'],
    [byStatus['no-traffic'], 'no traffic'],
    [pending, 'not evaluated yet'],
  ];
  return {
    count: parts.reduce((sum, [count]) => sum + count, 0),
    reasons: parts
      .filter(([count]) => count > 0)
      .map(([count, word]) => `${formatQuantity(count)} ${word}`),
  };
}
