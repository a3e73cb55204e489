/** A query parameter that was given once. The router's schema has checked its form. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A query parameter that may be repeated. */
export function listOf(value: unknown): string[] | undefined {
  if (value === undefined) {
    return undefined;
  }
  return (Array.isArray(value) ? value : [value]).map(String);
}

/** A number, whether the validator has turned it into one or not. */
export function numberOf(value: unknown): number | undefined {
  return value === undefined ? undefined : Number(value);
}
