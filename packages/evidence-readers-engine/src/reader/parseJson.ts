import { ArtifactText } from './defineReader';
import { InvalidArtifactError } from './InvalidArtifactError';
import { isObject } from './isObject';
import { quote } from './quote';
import { wholeText } from './wholeText';

/** Levels of objects and lists; reports of tools stay far below. */
const MAX_DEPTH = 100;

/** A string, with the colon behind it where it is a key, or a bracket. Strings are matched whole, so none inside them is. */
const STRING_OR_BRACKET = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]/gs;

/** A format that is JSON. @internal */
export interface JsonFormat {
  limit: { bytes: number; what: string; wayOut: string };
  /** A word that only this format has, for files that are too large or too broken to be parsed. */
  ownKey: RegExp;
  /** Whether a parsed text is of this format. */
  isOwn(root: Record<string, unknown>): boolean;
}

/**
 * The object that a JSON artifact of a format is; `undefined` where it is something else.
 *
 * Throws an `InvalidArtifactError` where it is of the format and too large, cut off, nested more than 100 deep, or has a
 * key twice in one object: parsers differ in which of the two they believe.
 *
 * @internal
 */
export async function parseJson(
  artifact: ArtifactText,
  { limit, ownKey, isOwn }: JsonFormat,
): Promise<Record<string, unknown> | undefined> {
  if (artifact.size > limit.bytes && !ownKey.test(artifact.head)) {
    return undefined;
  }
  const text = await wholeText(artifact, limit);
  const root = parse(text, ownKey);
  if (!isObject(root) || !isOwn(root)) return undefined;
  checkStructure(text);
  return root;
}

function parse(text: string, ownKey: RegExp): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    if (!ownKey.test(text)) return undefined;
    throw new InvalidArtifactError(
      'file',
      'the file is not valid JSON: it is damaged or was cut off; send it as the tool wrote it',
    );
  }
}

/** Expects valid JSON. */
function checkStructure(text: string) {
  /** The keys of each open object; `undefined` for a list. */
  const open: Array<Set<string> | undefined> = [];
  const line = (offset: number) => text.slice(0, offset).split('\n').length;
  for (const { 0: token, 1: colon, index } of text.matchAll(
    STRING_OR_BRACKET,
  )) {
    if (token === '}' || token === ']') {
      open.pop();
    } else if (token === '{' || token === '[') {
      open.push(token === '{' ? new Set() : undefined);
      if (open.length > MAX_DEPTH) {
        throw new InvalidArtifactError(
          `line ${line(index)}`,
          `line ${line(index)}: values are nested more than ${MAX_DEPTH} deep`,
        );
      }
    } else if (colon) {
      const key: string = JSON.parse(token.slice(0, -colon.length));
      const keys = open.at(-1);
      if (keys?.has(key)) {
        throw new InvalidArtifactError(
          `line ${line(index)}`,
          `line ${line(index)}: keys must be unique, and ${quote(
            key,
          )} is there twice`,
        );
      }
      keys?.add(key);
    }
  }
}
