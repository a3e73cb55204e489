import { BoardSummary } from '@maestro-conductor/plugin-slo-common';
import { formatQuantity, Tone } from '@maestro-conductor/ui';
import { cannotTell } from './cannotTell';

/** How many objectives are in a state. */
export interface CountChip {
  text: string;
  tone: Tone;
}

/** What there is of each state, worst first; states without any are left out. */
export function countChips(summary: BoardSummary): CountChip[] {
  const { burning, byStatus } = summary;
  const parts: Array<[number, string, Tone]> = [
    [burning, 'burning', 'bad'],
    [byStatus.breached, 'used up', 'bad'],
    [byStatus.warning, 'warning', 'warning'],
    [cannotTell(summary).count, 'cannot tell', 'unknown'],
    [byStatus.ok, 'ok', 'good'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word, tone]) => ({
      text: `${formatQuantity(count)} ${word}`,
      tone,
    }));
}
