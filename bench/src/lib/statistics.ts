/**
 * The value below which a share of the samples lies, straight between neighbours.
 *
 * @param samples - at least one, in any order
 * @param share - 0 to 1: 0.5 is the median
 * @throws RangeError without samples: nothing measured is not zero
 */
export function percentile(samples: readonly number[], share: number): number {
  if (samples.length === 0) {
    throw new RangeError('There are no samples to take a percentile of');
  }
  const sorted = [...samples].sort((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  return below + (above - below) * (position - Math.floor(position));
}

/** The middle of the samples. Throws RangeError without samples. */
export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}

/** 95 of 100 samples are at most this. Throws RangeError without samples. */
export function p95(samples: readonly number[]): number {
  return percentile(samples, 0.95);
}
