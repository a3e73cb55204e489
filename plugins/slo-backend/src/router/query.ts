/** A query parameter as text; undefined where it is absent. The schema has made sure that it comes once. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A query parameter that may come several times; undefined where it is absent. */
export function texts(value: unknown): string[] | undefined {
  return value === undefined ? undefined : [value].flat().map(String);
}

/** A query parameter as a number; undefined where it is absent. The schema has made sure that it is one. */
export function number(value: unknown): number | undefined {
  return value === undefined ? undefined : Number(value);
}

/** A query parameter that is `true` or `false`; undefined where it is absent. */
export function flag(value: unknown): boolean | undefined {
  return value === undefined ? undefined : String(value) === 'true';
}
