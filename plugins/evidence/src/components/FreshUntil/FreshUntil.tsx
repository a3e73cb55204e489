import { RelativeTime, StatusChip } from '@maestro-conductor/ui';
import { freshness } from '../../lib/freshness';

interface FreshUntilProps {
  /** ISO 8601; absent where it does not age. */
  time: string | undefined;
  now?: Date;
}

/** Until when something counts as fresh; what is stale is said to be. */
export const FreshUntil = ({ time, now = new Date() }: FreshUntilProps) => {
  if (!time) return <>does not age</>;
  const relative = <RelativeTime time={time} now={now} />;
  return freshness(time, now) === 'stale' ? (
    <StatusChip tone="unknown">stale: {relative}</StatusChip>
  ) : (
    relative
  );
};
