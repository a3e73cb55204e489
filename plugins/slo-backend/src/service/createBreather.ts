import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds of work in one turn of the event loop. */
const BUDGET_MS = 15;

/** Between two pieces of work: gives the event loop its turn where the work since its last one took longer than a few milliseconds. */
export function createBreather(
  clock: () => number = () => performance.now(),
): () => Promise<void> {
  let startedAt = clock();
  return async () => {
    if (clock() - startedAt < BUDGET_MS) return;
    await nextTurn();
    startedAt = clock();
  };
}
