/** By name: a decoder of another realm throws the TypeError of that realm. */
function isTypeError(error: unknown): boolean {
  return (error as { name?: unknown } | undefined)?.name === 'TypeError';
}

/**
 * What some bytes are as text, or the `problem`: why they are not, and what to do about it.
 *
 * @internal
 */
export type Decoded = { text: string } | { problem: string };

/**
 * Decodes strictly: what is not UTF-8 is a problem, never replaced silently. The bytes must begin and end between two
 * characters. A byte order mark stays; it is dropped where a text begins, by whoever knows where that is.
 *
 * @internal
 */
export function decodeStrictly(bytes: Uint8Array): Decoded {
  if (bytes.includes(0)) {
    return {
      problem:
        'the file holds zero bytes, so it is binary or damaged: send the report as the tool wrote it, unpacked',
    };
  }
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return { text: decoder.decode(bytes) };
  } catch (error) {
    if (!isTypeError(error)) throw error;
    return { problem: 'the file is not valid UTF-8: write it as UTF-8' };
  }
}
