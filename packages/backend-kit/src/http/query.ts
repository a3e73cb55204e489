/**
 * A query parameter that comes once, as text; undefined where it is absent. That it comes once is for the schema to make sure.
 *
 * @public
 */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/**
 * A query parameter that may be repeated, as a list of texts; undefined where it is absent.
 *
 * @public
 */
export function listOf(value: unknown): string[] | undefined {
  return value === undefined ? undefined : [value].flat().map(String);
}

/**
 * A query parameter as a number, whether the schema's validator has made it one or not; undefined where it is absent. NaN where the
 * schema lets through what is none.
 *
 * @public
 */
export function numberOf(value: unknown): number | undefined {
  return value === undefined ? undefined : Number(value);
}

/**
 * A query parameter that is `true` or `false`, whether the schema's validator has made it a boolean or not; undefined where it is absent.
 *
 * @public
 */
export function flagOf(value: unknown): boolean | undefined {
  return value === undefined ? undefined : String(value) === 'true';
}
