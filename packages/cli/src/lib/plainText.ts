// Control characters, among them the escape that starts terminal sequences, and the marks that turn the direction of text.
// Line ends and tabs stay.
const UNPRINTABLE = /(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu;

/**
 * Text from elsewhere, made safe to print in a terminal.
 *
 * @internal
 */
export function plainText(text: string): string {
  return text.replace(UNPRINTABLE, '');
}
