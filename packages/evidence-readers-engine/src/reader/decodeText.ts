/**
 * Bytes as text.
 *
 * - `text`: the characters, without a byte order mark. Where there is a `problem` it is good only for guessing the
 *   format: the first 4 KiB, decoded as well as can be.
 * - `problem`: why the bytes are not text in UTF-8, and what to do about it.
 *
 * @internal
 */
interface DecodedText {
  text: string;
  problem?: string;
}

const GLANCE_BYTES = 4096;

function encodingOf(content: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second, third, fourth] = content;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a byte order mark: every format here starts with ASCII, so every other byte is zero.
  if (first && second === 0 && third && fourth === 0) return 'utf-16le';
  if (first === 0 && second && third === 0 && fourth) return 'utf-16be';
  return 'utf-8';
}

/** By name: a decoder of another realm throws the TypeError of that realm. */
function isTypeError(error: unknown): boolean {
  return (error as { name?: unknown } | undefined)?.name === 'TypeError';
}

/**
 * Decodes strictly: what is not UTF-8 is a problem, never replaced silently. A UTF-8 byte order mark is dropped.
 *
 * @internal
 */
export function decodeText(content: Uint8Array): DecodedText {
  const encoding = encodingOf(content);
  const glance = () =>
    new TextDecoder(encoding).decode(content.subarray(0, GLANCE_BYTES));
  if (encoding !== 'utf-8') {
    return {
      text: glance(),
      problem: `the file is encoded in ${encoding.toUpperCase()}; only UTF-8 is read: write it as UTF-8`,
    };
  }
  if (content.includes(0)) {
    return {
      text: glance(),
      problem:
        'the file holds zero bytes, so it is binary or damaged: send the report as the tool wrote it, unpacked',
    };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(content) };
  } catch (error) {
    if (!isTypeError(error)) throw error;
    return {
      text: glance(),
      problem: 'the file is not valid UTF-8: write it as UTF-8',
    };
  }
}
