import { Flex } from '@backstage/ui';
import {
  RECORD_FRESHNESS,
  RecordFacets,
  RecordFreshness,
} from '@maestro-conductor/plugin-evidence-common';
import {
  ActiveFilters,
  ErrorState,
  FilterChoices,
  FilterMenu,
  FilterSearch,
  Load,
} from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { RecordFilterState } from '../../hooks';
import {
  FIELD_WORDS,
  filterParts,
  FRESHNESS_WORDS,
} from '../../lib/filterWords';
import { facetOptions } from '../../lib/facetOptions';
import { LIST_FIELDS, RecordFilter } from '../../lib/recordFilter';
import { DayField } from './DayField';

interface FilterBarProps extends RecordFilterState {
  facets: Load<RecordFacets>;
}

/** Narrows the list of records. */
export const FilterBar = ({ filter, onFilter, facets }: FilterBarProps) => {
  const active = filterParts(filter);
  const change = (part: RecordFilter) => onFilter({ ...filter, ...part });
  const search = useCallback(
    (text: string) =>
      onFilter({ ...filter, search: text || undefined }, { replace: true }),
    [filter, onFilter],
  );
  return (
    <Flex direction="column" gap="3">
      <FilterSearch
        label="Search records"
        placeholder="File name, commit, run or SHA-256"
        value={filter.search ?? ''}
        onChange={search}
      />
      <FilterChoices label="Filter records" active={active.length}>
        {LIST_FIELDS.map(field => (
          <FilterMenu
            key={field}
            word={FIELD_WORDS[field]}
            options={facetOptions(field, facets.value, filter[field])}
            selected={filter[field] ?? []}
            onChange={values =>
              change({ [field]: values.length > 0 ? values : undefined })
            }
          />
        ))}
        <FilterMenu
          word="Freshness"
          single
          options={RECORD_FRESHNESS.map(value => ({
            value,
            title: FRESHNESS_WORDS[value],
          }))}
          selected={filter.freshness ? [filter.freshness] : []}
          onChange={([value]) =>
            change({ freshness: value as RecordFreshness | undefined })
          }
        />
        <DayField
          label="From"
          value={filter.from}
          onChange={from => change({ from })}
        />
        <DayField
          label="Until"
          value={filter.to}
          onChange={to => change({ to })}
        />
      </FilterChoices>
      <ActiveFilters
        filters={active}
        onFilter={onFilter}
        onClear={() => onFilter({})}
      />
      {facets.error && (
        <ErrorState
          what="the choices of the filters"
          error={facets.error}
          onRetry={facets.retry}
        />
      )}
    </Flex>
  );
};
