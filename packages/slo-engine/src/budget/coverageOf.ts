import { Coverage } from '@maestro-conductor/plugin-slo-common';
import { Frame } from './Frame';
import { isoOf } from './isoOf';

/**
 * How much was seen of the minutes that should have been: from the start of the window, or from the first sample ever, until two minutes ago. A
 * new objective is not blamed for the time before it.
 *
 * @param options - `minutes`: seen in the window until `expectedTo`; `seen`: whether any minute of the window was
 */
export function coverageOf(options: {
  frame: Pick<Frame, 'from' | 'expectedTo'>;
  minutes: number;
  seen: boolean;
  firstMinute?: number;
  lastMinute?: number;
}): Coverage {
  const { frame, minutes, seen, firstMinute, lastMinute } = options;
  const start = Math.max(frame.from, firstMinute ?? frame.from);
  const expected = frame.expectedTo - start;
  const share = expected > 0 ? Math.min(minutes / expected, 1) : 1;
  return {
    share: seen ? share : 0,
    ...(seen && { from: isoOf(start) }),
    ...(lastMinute !== undefined && { lastSampleAt: isoOf(lastMinute + 1) }),
  };
}
