import { ObjectiveItem } from '@maestro-conductor/plugin-slo-common';
import { formatMinutes } from '@maestro-conductor/ui';

const MINUTE = 60_000;

/**
 * What to say beside a value whose source does not answer: `last good value, 12 min old`. Undefined where the source is well.
 *
 * @param now - milliseconds since 1970
 */
export function sourceNote(
  { state, sourceProblem }: Pick<ObjectiveItem, 'state' | 'sourceProblem'>,
  now: number,
): string | undefined {
  if (!sourceProblem) return undefined;
  const seen = state?.coverage.lastSampleAt;
  const since = Date.parse(seen ?? sourceProblem.since);
  const age = formatMinutes(Math.max(0, Math.floor((now - since) / MINUTE)));
  return seen
    ? `last good value, ${age} old`
    : `the source has not answered for ${age}`;
}
