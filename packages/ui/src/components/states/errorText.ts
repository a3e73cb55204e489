const LONGEST = 500;

/** What browsers say where no answer came at all: `Failed to fetch`, `NetworkError when …`, `Load failed`. */
const NO_ANSWER = /^(failed to fetch|networkerror|load failed)/i;

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
  if (NO_ANSWER.test(text)) {
    return 'The portal did not answer. Check the connection.';
  }
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
