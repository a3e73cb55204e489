const DAY = 24 * 60 * 60 * 1000;

/** Days that are caught up after the portal stood still; what lies before is left out. */
export const CATCH_UP_DAYS = 60;

/**
 * Which of the records that are due a load pushes: the history from before the first load, and what came since, as far as it is
 * caught up.
 *
 * @param {import('./schedule.mjs').SampleRecord[]} due
 * @param {object} options
 * @param {Date} options.anchor   The first load.
 * @param {Date} options.now
 * @param {Date} [options.since]   Up to when this process has pushed everything; absent before its first load.
 * @returns {import('./schedule.mjs').SampleRecord[]} in the order given
 */
export function planLoad(due, { anchor, now, since }) {
  const caughtUpFrom = now.getTime() - CATCH_UP_DAYS * DAY;
  return due.filter(({ manifest }) => {
    const time = Date.parse(manifest.observedAt);
    if (since && time <= since.getTime()) return false;
    return time <= anchor.getTime() || time >= caughtUpFrom;
  });
}
