import { decodeStrictly } from './decodeStrictly';
import { endOfPortion } from './portions';

/**
 * What can be told of an artifact without reading more than its first portion.
 *
 * - `head`: the first characters, without a byte order mark.
 * - `problem`: why the first bytes are not text in UTF-8, and what to do about it. `head` is decoded as well as can be
 *   then, from 4 KiB: good for guessing the format.
 *
 * @internal
 */
interface Glance {
  head: string;
  problem?: string;
}

const GUESS_BYTES = 4096;

function encodingOf(content: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second, third, fourth] = content;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a byte order mark: every format here starts with ASCII, so every other byte is zero.
  if (first && second === 0 && third && fourth === 0) return 'utf-16le';
  if (first === 0 && second && third === 0 && fourth) return 'utf-16be';
  return 'utf-8';
}

/** @internal */
export function glance(content: Uint8Array): Glance {
  const encoding = encodingOf(content);
  const guess = () =>
    new TextDecoder(encoding).decode(content.subarray(0, GUESS_BYTES));
  if (encoding !== 'utf-8') {
    return {
      head: guess(),
      problem: `the file is encoded in ${encoding.toUpperCase()}; only UTF-8 is read: write it as UTF-8`,
    };
  }
  const decoded = decodeStrictly(content.subarray(0, endOfPortion(content, 0)));
  return 'problem' in decoded
    ? { head: guess(), problem: decoded.problem }
    : { head: decoded.text.replace(/^\uFEFF/, '') };
}
