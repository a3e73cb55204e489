import { BoardSummary } from '@maestro-conductor/plugin-slo-common';
import { StatusChip } from '@maestro-conductor/ui';
import { countChips } from '../../lib/countChips';

const list = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  listStyle: 'none',
  margin: 0,
  padding: 0,
} as const;

/** How many objectives are in which state. One that burns has a status besides, and counts there too. */
export const CountsLine = ({ summary }: { summary: BoardSummary }) => (
  <ul aria-label="Objectives by state" style={list}>
    {countChips(summary).map(({ text, tone }) => (
      <li key={text}>
        <StatusChip tone={tone}>{text}</StatusChip>
      </li>
    ))}
  </ul>
);
