import { Link } from '@backstage/core-components';
import {
  formatQuantity,
  StatusChip,
  Tone,
  tokens,
} from '@maestro-conductor/ui';

interface CountCellProps {
  count: number;
  /** Where there are any. */
  tone: Tone;
  /** The board with these only. */
  to: string;
}

/** How many objectives of a team are in a state, leading to them; none is quiet. */
export const CountCell = ({ count, tone, to }: CountCellProps) => {
  if (count === 0) return <span style={{ color: tokens.muted }}>0</span>;
  const chip = <StatusChip tone={tone}>{formatQuantity(count)}</StatusChip>;
  return <Link to={to}>{chip}</Link>;
};
