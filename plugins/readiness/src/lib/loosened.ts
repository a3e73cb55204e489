import { ScoreFilter } from '@maestro-conductor/plugin-readiness-common';
import { FIELD_WORDS } from './filterChips';
import { FILTER_FIELDS } from './scoreFilter';

/** A filter without one of its parts. */
export interface Loosened {
  /** The part that is gone: `Level`. */
  word: string;
  filter: ScoreFilter;
}

/** The filter without each of its parts, one at a time. With the verdicts goes their dimension. */
export function loosened(filter: ScoreFilter): Loosened[] {
  const parts = FILTER_FIELDS.filter(field => filter[field]?.length).map(
    (field): Loosened => ({
      word: FIELD_WORDS[field],
      filter: {
        ...filter,
        [field]: undefined,
        ...(field === 'verdict' && { dimension: undefined }),
      },
    }),
  );
  if (filter.search) {
    parts.push({ word: 'Search', filter: { ...filter, search: undefined } });
  }
  return parts;
}
