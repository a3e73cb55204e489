/** Whether an error says that the reader may not: a 403 answer, or a `NotAllowedError`. @public */
export function isDenied(error: Error): boolean {
  const { statusCode } = error as { statusCode?: unknown };
  return statusCode === 403 || error.name === 'NotAllowedError';
}
