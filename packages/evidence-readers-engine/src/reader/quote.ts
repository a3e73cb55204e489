const LONGEST_QUOTE = 60;

/**
 * Untrusted text for an error message: quoted, control characters escaped, cut after 60 characters.
 *
 * @internal
 */
export function quote(text: string): string {
  return JSON.stringify(
    text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text,
  );
}
