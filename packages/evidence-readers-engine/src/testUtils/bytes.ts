/** Text as UTF-8 bytes, for tests. */
export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
