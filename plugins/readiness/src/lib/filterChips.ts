import { ScoreFilter } from '@maestro-conductor/plugin-readiness-common';
import { ActiveFilter } from '@maestro-conductor/ui';
import { FILTER_FIELDS, FilterField } from './scoreFilter';

/** The word for each field. */
export const FIELD_WORDS: Readonly<Record<FilterField, string>> = {
  owner: 'Owner',
  system: 'System',
  lifecycle: 'Lifecycle',
  tag: 'Tag',
  level: 'Level',
  verdict: 'Verdict',
};

/**
 * A chip for each value of a filter.
 *
 * @param titleOf - the words for a value of a field
 * @param dimensionTitle - of the dimension of the verdicts
 */
export function filterChips(
  filter: ScoreFilter,
  titleOf: (field: FilterField, value: string) => string,
  dimensionTitle?: string,
): ActiveFilter<ScoreFilter>[] {
  const chips = FILTER_FIELDS.flatMap(field =>
    (filter[field] ?? []).map((value: string): ActiveFilter<ScoreFilter> => {
      const rest = (filter[field] as string[]).filter(other => other !== value);
      const word =
        field === 'verdict' && dimensionTitle
          ? dimensionTitle
          : FIELD_WORDS[field];
      const gone = field === 'verdict' && rest.length === 0;
      return {
        text: `${word}: ${titleOf(field, value)}`,
        without: {
          ...filter,
          [field]: rest.length > 0 ? rest : undefined,
          ...(gone && { dimension: undefined }),
        },
      };
    }),
  );
  if (filter.search) {
    chips.push({
      text: `Search: ${filter.search}`,
      without: { ...filter, search: undefined },
    });
  }
  return chips;
}
