/** Milliseconds before the second try; doubled for each one after it. */
const FIRST = 500;
/** Milliseconds: no wait is longer, unless the portal asks for it. */
const LONGEST = 15_000;

/**
 * How long to wait before trying again, in milliseconds: half of the time that doubles with each try, and a random part of
 * the other half, so that many pipelines do not come back all at once. Never less than the portal asked for.
 *
 * @param options - `tries` so far, from 1; `random` from 0 to 1; `asked` by the portal, in milliseconds
 * @internal
 */
export function retryDelay(options: {
  tries: number;
  random: number;
  asked?: number;
}): number {
  const { tries, random, asked = 0 } = options;
  const longest = Math.min(LONGEST, FIRST * 2 ** (tries - 1));
  return Math.max(asked, Math.round(longest * (0.5 + random / 2)));
}
