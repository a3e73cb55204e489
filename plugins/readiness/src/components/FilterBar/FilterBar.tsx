import { Alert, Flex } from '@backstage/ui';
import {
  DimensionDefinition,
  ScoreFilter,
} from '@maestro-conductor/plugin-readiness-common';
import {
  ActiveFilters,
  ErrorState,
  FilterChoices,
  FilterMenu,
  FilterSearch,
} from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { FilterOptionsLoad, ScoreFilterState } from '../../hooks';
import { FIELD_WORDS, filterChips } from '../../lib/filterChips';
import { plainTitle } from '../../lib/filterOptions';
import { FILTER_FIELDS } from '../../lib/scoreFilter';

interface FilterBarProps extends ScoreFilterState {
  choices: FilterOptionsLoad;
  /** Of the scorecard; without them, verdicts are those of any dimension. */
  dimensions?: readonly DimensionDefinition[];
}

/** Narrows the list of services. */
export const FilterBar = (props: FilterBarProps) => {
  const { filter, ignored, onFilter, choices, dimensions = [] } = props;
  const dimension = dimensions.find(({ name }) => name === filter.dimension);
  const active = filterChips(
    filter,
    (field, value) =>
      choices.options[field].find(option => option.value === value)?.title ??
      plainTitle(field, value),
    dimension?.title,
  );
  const change = (changes: ScoreFilter) => onFilter({ ...filter, ...changes });
  const search = useCallback(
    (text: string) =>
      onFilter({ ...filter, search: text || undefined }, { replace: true }),
    [filter, onFilter],
  );
  return (
    <Flex direction="column" gap="3">
      <FilterSearch
        label="Search services"
        placeholder="Part of a service's name"
        value={filter.search ?? ''}
        onChange={search}
      />
      <FilterChoices label="Filters" active={active.length}>
        {FILTER_FIELDS.map(field => (
          <FilterMenu
            key={field}
            word={FIELD_WORDS[field]}
            options={choices.options[field]}
            selected={filter[field] ?? []}
            onChange={values =>
              change({ [field]: values.length > 0 ? values : undefined })
            }
          />
        ))}
        {filter.verdict && (
          <FilterMenu
            word="Of dimension"
            single
            options={dimensions.map(({ name, title }) => ({
              value: name,
              title,
            }))}
            selected={filter.dimension ? [filter.dimension] : []}
            onChange={([name]) => change({ dimension: name })}
          />
        )}
      </FilterChoices>
      <ActiveFilters
        filters={active}
        onFilter={onFilter}
        onClear={() => onFilter({})}
      />
      {ignored.length > 0 && (
        <Alert
          status="warning"
          icon
          title={`Ignored in the address: ${ignored.join(', ')}`}
        />
      )}
      {choices.error && (
        <ErrorState
          what="the choices of the filters"
          error={choices.error}
          onRetry={choices.retry}
        />
      )}
    </Flex>
  );
};
