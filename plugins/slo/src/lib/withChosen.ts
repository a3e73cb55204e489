import { FilterOption } from '@maestro-conductor/ui';

/** The options of a filter, and what is chosen besides them: it can always be taken back. */
export function withChosen(
  options: readonly FilterOption[],
  chosen: readonly string[],
  titleOf: (value: string) => string = value => value,
): FilterOption[] {
  const known = new Set(options.map(({ value }) => value));
  const missing = chosen.filter(value => !known.has(value));
  return [
    ...options,
    ...missing.map(value => ({ value, title: titleOf(value) })),
  ];
}
