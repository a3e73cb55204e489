/** Control characters, and those that turn the direction of text or join invisibly. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
/** What Markdown, HTML and chat programs read as markup, mentions or quotes. */
const MARKUP = /[<>[\]*`~|\\#@&]+/g;
/** Underscores at the edge of a word are emphasis; within one they are part of a name. */
const EMPHASIS = /(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;
/** `https:`, `javascript:` and the like, directly before something. */
const SCHEME = /([a-z][a-z0-9+.-]*):(?=\S)/gi;
/** A dot between letters may make a host name of it: chat programs turn those into links. */
const HOST_DOT = /(?<=[\p{L}\p{N}])\.(?=\p{L})/gu;

/**
 * Makes text that others wrote safe to stand in a notification, which may be read in the portal, in a mail or in a chat: on one line, without
 * markup, and nothing in it becomes a link. Cut to `max` characters.
 *
 * @public
 */
export function plainText(text: string, max = 200): string {
  const plain = text
    .replace(INVISIBLE, ' ')
    .replace(MARKUP, ' ')
    .replace(EMPHASIS, ' ')
    .replace(SCHEME, '$1: ')
    .replace(HOST_DOT, '\u2024')
    .replace(/\s+/g, ' ')
    .trim();
  const letters = [...plain];
  return letters.length > max
    ? `${letters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`
    : plain;
}
