/** What one push may hold; sizes in bytes. */
export const PUSH_LIMITS = {
  items: 200,
  /** Parts of the request, those included that no item names. */
  parts: 400,
  manifestBytes: 1024 * 1024,
  fileBytes: 50 * 1024 * 1024,
  totalBytes: 200 * 1024 * 1024,
} as const;

/** How far ahead of ours a producer's clock may be, in milliseconds. Times within it are set back to the time of receipt. */
export const CLOCK_SKEW_MS = 5 * 60 * 1000;

/** How many entities one read may name, by who asks. */
export const MAX_REFS = { service: 1000, user: 100 } as const;

/** How many values one history read may return. */
export const MAX_HISTORY_VALUES = 20_000;
