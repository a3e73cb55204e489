const LONGEST = 500;

/**
 * What an error says, in the words of whoever knows most: the server's where it answered, else the error's own. 500 characters at
 * most.
 *
 * @public
 */
export function errorText(error: Error): string {
  const { cause } = error as { cause?: unknown };
  const text =
    cause instanceof Error && cause.message ? cause.message : error.message;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
