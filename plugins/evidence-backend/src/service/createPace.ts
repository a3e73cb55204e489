import { Pace } from '@maestro-conductor/plugin-evidence-common';

/** Milliseconds of reading in one turn of the event loop. */
const BUDGET_MS = 10;

/**
 * The pace of this process, for all that is read in it: one reader at a time works for 10 ms, then the event loop has
 * its turn, then the next of the readers that wait goes on. So many reading at once make each of them slower and no
 * pause longer.
 *
 * How long a pause is depends on the portions that readers work in besides: they are not interrupted.
 */
export function createPace(
  clock: () => number = () => performance.now(),
): Pace {
  const waiting: (() => void)[] = [];
  let startedAt = clock();

  const takeTurn = () => {
    startedAt = clock();
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(takeTurn);
  };

  return async () => {
    if (clock() - startedAt < BUDGET_MS) return;
    await new Promise<void>(resolve => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(takeTurn);
    });
  };
}
