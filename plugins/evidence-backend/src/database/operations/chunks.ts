/** Cuts a list into pieces of at most `size`, because databases bound the size of one statement. */
export function* chunks<T>(items: readonly T[], size: number): Iterable<T[]> {
  for (let start = 0; start < items.length; start += size) {
    yield items.slice(start, start + size);
  }
}
