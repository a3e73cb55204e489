import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 250;

/**
 * Asks again and again until the answer is neither undefined nor false.
 *
 * @param what - for the error, in the words after "Waited 60 s for": `the catalog to fill up`
 * @param everyMs - pause between two questions; long where the question itself is work
 * @throws Error after so many seconds, with what the last question ran into, if anything
 */
export async function until<T>(
  what: string,
  seconds: number,
  ask: () => Promise<T | undefined | false>,
  everyMs = EVERY_MS,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  let cause: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    if (Date.now() > end) {
      throw new Error(
        `Waited ${seconds} s for ${what}${
          cause instanceof Error ? `: ${cause.message}` : ''
        }`,
        { cause },
      );
    }
    await sleep(everyMs);
  }
}
