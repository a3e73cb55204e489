import {
  ScoreFacets,
  ScoreFilter,
  TeamScore,
  Verdict,
} from '@maestro-conductor/plugin-readiness-common';
import { FilterOption, levelWord } from '@maestro-conductor/ui';
import { FILTER_FIELDS, FilterField, NO_LEVEL, NO_OWNER } from './scoreFilter';

/** For each field what can be chosen, with how many services have it within the other filters. */
export type FilterOptions = Readonly<Record<FilterField, FilterOption[]>>;

/** A verdict in words: `no data`. */
export const verdictWord = (verdict: Verdict) => verdict.replace('-', ' ');

/** A value in words, where nobody gives it a title. */
export function plainTitle(field: FilterField, value: string): string {
  switch (field) {
    case 'owner':
      return value === NO_OWNER
        ? 'No owner'
        : value.replace('group:default/', '');
    case 'system':
      return value.replace('system:default/', '');
    case 'level':
      return value === NO_LEVEL
        ? 'Below all levels or no data'
        : levelWord(value);
    case 'verdict':
      return verdictWord(value as Verdict);
    default:
      return value;
  }
}

/**
 * What can be chosen. What is chosen already is always among it, even where no service has it, so that it can be taken back.
 *
 * @param facets - absent while they are not known
 * @param teams - the groups that own services, in the order of the tree
 */
export function filterOptions(
  filter: ScoreFilter,
  facets: ScoreFacets | undefined,
  teams: readonly TeamScore[],
): FilterOptions {
  const owners = teams.map(({ groupRef, title, depth }) => ({
    value: groupRef || NO_OWNER,
    title,
    depth,
  }));
  const entries = FILTER_FIELDS.map(field => {
    const offered: FilterOption[] =
      field === 'owner'
        ? owners
        : (facets?.[field] ?? []).map(({ value, title, services }) => ({
            value,
            title:
              field === 'level' || field === 'verdict'
                ? plainTitle(field, value)
                : title,
            count: services,
          }));
    const values = new Set(offered.map(({ value }) => value));
    const missing = (filter[field] ?? []).filter(value => !values.has(value));
    return [
      field,
      [
        ...offered,
        ...missing.map(value => ({
          value,
          title: plainTitle(field, value),
          ...(facets && field !== 'owner' && { count: 0 }),
        })),
      ],
    ];
  });
  return Object.fromEntries(entries);
}
