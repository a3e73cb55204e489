/** Whether something that is fresh until a moment still is, or does not age at all. */
export type Freshness = 'fresh' | 'stale' | 'ageless';

/** `freshUntil` itself is the first stale moment. */
export function freshness(
  freshUntil: string | undefined,
  now: Date,
): Freshness {
  if (!freshUntil) return 'ageless';
  return Date.parse(freshUntil) > now.getTime() ? 'fresh' : 'stale';
}
