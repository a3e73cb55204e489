/** Whether an error says that it does not exist: a 404 answer, or a `NotFoundError`. @public */
export function isNotFound(error: Error): boolean {
  const { statusCode } = error as { statusCode?: unknown };
  return statusCode === 404 || error.name === 'NotFoundError';
}
