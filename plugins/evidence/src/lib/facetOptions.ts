import {
  FacetValue,
  RecordFacets,
} from '@maestro-conductor/plugin-evidence-common';
import { FilterOption } from '@maestro-conductor/ui';
import { valueText } from './filterWords';
import { ListField } from './recordFilter';

const FACETS: Record<ListField, (facets: RecordFacets) => FacetValue[]> = {
  kind: facets => facets.kinds,
  environment: facets => facets.environments,
  branch: facets => facets.branches,
  producer: facets => facets.producers,
};

/** What a filter can be set to: what there is, and what it is set to already, which no record may have. */
export function facetOptions(
  field: ListField,
  facets: RecordFacets | undefined,
  selected: readonly string[] = [],
): FilterOption[] {
  const found = facets ? FACETS[field](facets) : [];
  const missing = selected.filter(
    value => !found.some(facet => facet.value === value),
  );
  return [
    ...found,
    ...missing.map(value => ({ value, ...(facets && { count: 0 }) })),
  ].map(option => ({ ...option, title: valueText(field, option.value) }));
}
