const MINUTE = 60 * 1000;
/** After the end of a minute, so that it is whole on every clock. */
const AFTER = 2 * 1000;

/**
 * Calls `count` shortly after the end of each minute, for ever. One that failed leaves its minutes to the next.
 *
 * @param {object} options
 * @param {() => Date} options.clock
 * @param {(ms: number) => Promise<void>} options.sleep   Ends the loop by throwing.
 * @param {(now: Date) => Promise<void>} options.count
 * @param {(error: Error) => void} options.onFailure   Told once when it begins to fail.
 */
export async function keepCounting({ clock, sleep, count, onFailure }) {
  let isFailing = false;
  for (;;) {
    await sleep(MINUTE - (clock().getTime() % MINUTE) + AFTER);
    try {
      await count(clock());
      isFailing = false;
    } catch (error) {
      if (!isFailing) onFailure(error);
      isFailing = true;
    }
  }
}
