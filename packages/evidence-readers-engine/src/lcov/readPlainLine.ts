const CODE_D = 'D'.charCodeAt(0);
const CODE_A = 'A'.charCodeAt(0);
const COLON = ':'.charCodeAt(0);
const COMMA = ','.charCodeAt(0);
const CODE_0 = '0'.charCodeAt(0);
const CODE_9 = '9'.charCodeAt(0);
const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

const MAX_LINE_DIGITS = 9;
const MAX_HITS_DIGITS = 20;

/** A DA line. @internal */
export interface PlainLine {
  number: number;
  hit: boolean;
  /** Where the next line begins. */
  end: number;
}

/**
 * Reads `DA:<line>,<hits>` with its line feed at a place of a text, by character: nearly every line of a report is one, and the time of
 * reading goes there. Whatever is written in another way, right or wrong, is left to the parser of single lines.
 *
 * @internal
 */
export function readPlainLine(
  text: string,
  start: number,
): PlainLine | undefined {
  if (
    text.charCodeAt(start) !== CODE_D ||
    text.charCodeAt(start + 1) !== CODE_A ||
    text.charCodeAt(start + 2) !== COLON
  ) {
    return undefined;
  }
  const numberAt = start + 3;
  let number = 0;
  let at = numberAt;
  let code = text.charCodeAt(at);
  while (code >= CODE_0 && code <= CODE_9) {
    number = number * 10 + code - CODE_0;
    at += 1;
    code = text.charCodeAt(at);
  }
  if (code !== COMMA || !isWithin(at - numberAt, MAX_LINE_DIGITS)) {
    return undefined;
  }
  const hitsAt = at + 1;
  let hit = false;
  at = hitsAt;
  code = text.charCodeAt(at);
  while (code >= CODE_0 && code <= CODE_9) {
    hit ||= code !== CODE_0;
    at += 1;
    code = text.charCodeAt(at);
  }
  if (!isWithin(at - hitsAt, MAX_HITS_DIGITS)) return undefined;
  if (code === CARRIAGE_RETURN) {
    at += 1;
    code = text.charCodeAt(at);
  }
  return code === LINE_FEED ? { number, hit, end: at + 1 } : undefined;
}

function isWithin(digits: number, most: number): boolean {
  return digits > 0 && digits <= most;
}
