import { ActiveFilter } from '@maestro-conductor/ui';
import { ListField, RecordFilter } from './recordFilter';

/** What a filter is called on its button. */
export const FIELD_WORDS: Record<ListField, string> = {
  kind: 'Kind',
  environment: 'Environment',
  branch: 'Branch',
  producer: 'Producer',
};

/** States of freshness as a person reads them. */
export const FRESHNESS_WORDS = {
  fresh: 'fresh',
  stale: 'stale',
  ageless: 'does not age',
} as const;

/** A value as a person reads it: `main` for `refs/heads/main`. */
export function valueText(field: ListField, value: string): string {
  if (field === 'environment') return value || 'bound to none';
  if (field === 'branch') {
    return value.replace(/^refs\/(heads|tags)\//, '') || 'not said';
  }
  return value;
}

/** Everything that narrows the list, one by one. */
export function filterParts(
  filter: RecordFilter,
): ActiveFilter<RecordFilter>[] {
  const { freshness, from, to, search } = filter;
  const lists = Object.entries(FIELD_WORDS).flatMap(([name, word]) => {
    const field = name as ListField;
    const values: string[] = filter[field] ?? [];
    return values.map(value => {
      const rest = values.filter(other => other !== value);
      return {
        text: `${word}: ${valueText(field, value)}`,
        without: { ...filter, [field]: rest.length > 0 ? rest : undefined },
      };
    });
  });
  const single = (field: keyof RecordFilter, text: string | undefined) =>
    text ? [{ text, without: { ...filter, [field]: undefined } }] : [];
  return [
    ...lists,
    ...single(
      'freshness',
      freshness && `Freshness: ${FRESHNESS_WORDS[freshness]}`,
    ),
    ...single('from', from && `From ${from}`),
    ...single('to', to && `Until ${to}`),
    ...single('search', search && `Search: ${search}`),
  ];
}
