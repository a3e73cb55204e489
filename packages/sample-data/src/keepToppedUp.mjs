const HOUR = 60 * 60 * 1000;
/** A nightly report counts for two days. Topped up twice a day, none is older than a day and a half. */
const ROUND = 12 * HOUR;

/**
 * Calls `topUp` in each half of a UTC day that begins from now on, for ever. The clock is looked at each hour, because a machine
 * that slept wakes up at any time; a top-up that failed is tried again an hour later.
 *
 * @param {object} options
 * @param {() => Date} options.clock
 * @param {(ms: number) => Promise<void>} options.sleep   Ends the loop by throwing.
 * @param {(now: Date) => Promise<void>} options.topUp
 * @param {(error: Error) => void} options.onFailure   Told why a top-up failed.
 * @param {Date} options.last   When everything was pushed.
 */
export async function keepToppedUp({ clock, sleep, topUp, onFailure, last }) {
  let done = roundOf(last);
  for (;;) {
    await sleep(HOUR);
    const now = clock();
    if (roundOf(now) > done) {
      try {
        await topUp(now);
        done = roundOf(now);
      } catch (error) {
        onFailure(error);
      }
    }
  }
}

function roundOf(time) {
  return Math.floor(time.getTime() / ROUND);
}
