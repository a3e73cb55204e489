import { ObjectiveDefinition } from '../types';
import { Frame } from './Frame';

/**
 * When the budget ends if it goes on burning as in the last six hours, in minutes since 1970; undefined where it does not.
 *
 * - Rolling windows: left × period ÷ burn, for a burn above 1. What leaves the window meanwhile is not counted as gain: it is the earliest end.
 * - Calendar windows, where that is before the end of the period. Of slices by the same formula. Of events, the budget is a share of what was
 *   counted so far and grows with it: it ends when elapsed × (1 − left) + t × burn = elapsed + t, so t = elapsed × left ÷ (burn − 1), at the
 *   traffic that there was on average.
 */
export function exhaustionOf(options: {
  definition: Pick<ObjectiveDefinition, 'rule' | 'window'>;
  frame: Pick<Frame, 'from' | 'to' | 'end' | 'length'>;
  now: Date;
  left: number | undefined;
  burn: number | null;
}): number | undefined {
  const { definition, frame, now, left, burn } = options;
  if (left === undefined || burn === null || left <= 0) return undefined;
  const calendar = definition.window.kind === 'calendar';
  const ofEvents = definition.rule.method === 'Occurrences';
  const growing = calendar && ofEvents;
  if (burn <= (calendar && !ofEvents ? 0 : 1)) return undefined;
  const minutes = growing
    ? ((frame.to - frame.from) * left) / (burn - 1)
    : (frame.length * left) / burn;
  const at = Math.floor(now.getTime() / 60_000 + minutes);
  return calendar && at >= frame.end ? undefined : at;
}
