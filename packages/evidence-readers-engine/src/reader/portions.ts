import { Pace } from '@maestro-conductor/plugin-evidence-common';
import { decodeStrictly } from './decodeStrictly';
import { InvalidArtifactError } from './InvalidArtifactError';

/** Bytes that are worked on without giving way. */
const PORTION_BYTES = 64 * 1024;

/** A character has at most four bytes in UTF-8: so many may follow its first. */
const MAX_CONTINUATION = 3;

/**
 * Where the portion of some 64 KiB that begins at `start` ends: between two characters, as far as the bytes are UTF-8.
 *
 * @internal
 */
export function endOfPortion(content: Uint8Array, start: number): number {
  const end = start + PORTION_BYTES;
  if (end >= content.length) return content.length;
  for (let back = 0; back <= MAX_CONTINUATION; back += 1) {
    const startsCharacter = content[end - back] >> 6 !== 0b10;
    if (startsCharacter) return end - back;
  }
  return end;
}

/**
 * The text of an artifact in portions of at most 64 KiB, without a byte order mark; gives way after each one. Throws an
 * `InvalidArtifactError` where the bytes are not text in UTF-8.
 *
 * @internal
 */
export async function* portionsOf(
  content: Uint8Array,
  pace: Pace,
): AsyncGenerator<string> {
  let start = 0;
  while (start < content.length) {
    const end = endOfPortion(content, start);
    const decoded = decodeStrictly(content.subarray(start, end));
    if ('problem' in decoded) {
      throw new InvalidArtifactError('encoding', decoded.problem);
    }
    const { text } = decoded;
    yield start === 0 ? text.replace(/^\uFEFF/, '') : text;
    start = end;
    await pace();
  }
}
