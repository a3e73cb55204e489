/** Seconds between two scrapes. */
export const SCRAPE_SECONDS = 60;

/** Events of one minute, as a scrape finds them. */
export interface Events {
  good: number;
  bad: number;
}

/**
 * Bursts: quiet for most of the day, hundreds of times as much for half an hour each eight hours, and outages of eighteen minutes, of which one in
 * seven meets a burst. Then a mean of ratios is far from the ratio of the sums.
 *
 * @param seed - of the objective; the same seed has the same traffic
 * @param minute - since 1970
 */
export function eventsAt(seed: number, minute: number): Events {
  const noise = (salt: number) => random(seed * 31 + salt, minute);
  const shifted = minute + seed * 97;
  const busy = shifted % 480 < 30;
  const total = busy
    ? 1_000 + Math.floor(noise(1) * 2_000)
    : 2 + Math.floor(noise(1) * 6);
  const outage = (shifted * 7) % 4_320 < 126;
  const share = outage ? 0.3 : 0.0004;
  // The fraction of an event happens now and then.
  const bad = Math.min(total, Math.floor(total * share + noise(2)));
  return { good: total - bad, bad };
}

/** The same number from 0 to 1 for the same two. */
export function random(seed: number, minute: number): number {
  let mixed = (seed * 0x9e3779b1 + minute * 0x85ebca6b) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}
