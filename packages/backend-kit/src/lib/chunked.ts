/**
 * Cuts a list into pieces of at most `size` items, in order. No pieces for an empty list.
 *
 * @internal
 */
export function chunked<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) {
    chunks.push(items.slice(start, start + size));
  }
  return chunks;
}
