import { Button, Flex, useBreakpoint } from '@backstage/ui';
import {
  RECORD_FRESHNESS,
  RecordFacets,
  RecordFreshness,
} from '@maestro-conductor/plugin-evidence-common';
import { ErrorState, Load } from '@maestro-conductor/ui';
import { useCallback, useId, useState } from 'react';
import { RecordFilterState } from '../../hooks';
import {
  FIELD_WORDS,
  filterParts,
  FRESHNESS_WORDS,
} from '../../lib/filterWords';
import { facetOptions } from '../../lib/facetOptions';
import { LIST_FIELDS, RecordFilter } from '../../lib/recordFilter';
import { ActiveFilters } from './ActiveFilters';
import { DayField } from './DayField';
import { FacetMenu } from './FacetMenu';
import { RecordSearch } from './RecordSearch';

interface FilterBarProps extends RecordFilterState {
  facets: Load<RecordFacets>;
}

/** Narrows the list of records. Where the screen is narrow, the choices fold into one button. */
export const FilterBar = ({ filter, onFilter, facets }: FilterBarProps) => {
  const folds = useBreakpoint().down('xs');
  const [unfolded, setUnfolded] = useState(false);
  const id = useId();
  const active = filterParts(filter).length;
  const change = (part: RecordFilter) => onFilter({ ...filter, ...part });
  const search = useCallback(
    (text: string) =>
      onFilter(
        { ...filter, search: text.trim() || undefined },
        { replace: true },
      ),
    [filter, onFilter],
  );
  return (
    <Flex direction="column" gap="3">
      <RecordSearch value={filter.search ?? ''} onChange={search} />
      {folds && (
        <div>
          <Button
            size="small"
            variant="secondary"
            aria-expanded={unfolded}
            aria-controls={unfolded ? id : undefined}
            onPress={() => setUnfolded(!unfolded)}
          >
            {active > 0 ? `Filters (${active})` : 'Filters'}
          </Button>
        </div>
      )}
      {(!folds || unfolded) && (
        <Flex
          id={id}
          role="group"
          aria-label="Filter records"
          gap="2"
          align="center"
          style={{ flexWrap: 'wrap' }}
        >
          {LIST_FIELDS.map(field => (
            <FacetMenu
              key={field}
              word={FIELD_WORDS[field]}
              options={facetOptions(field, facets.value, filter[field])}
              selected={filter[field] ?? []}
              onChange={values =>
                change({ [field]: values.length > 0 ? values : undefined })
              }
            />
          ))}
          <FacetMenu
            word="Freshness"
            single
            options={RECORD_FRESHNESS.map(value => ({
              value,
              text: FRESHNESS_WORDS[value],
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
        </Flex>
      )}
      <ActiveFilters filter={filter} onFilter={onFilter} />
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
