import { Alert, Button, Flex, useBreakpoint } from '@backstage/ui';
import {
  DimensionDefinition,
  ScoreFilter,
} from '@maestro-conductor/plugin-readiness-common';
import { ErrorState } from '@maestro-conductor/ui';
import FilterListIcon from '@material-ui/icons/FilterList';
import { useId, useState } from 'react';
import { FilterOptionsLoad, ScoreFilterState } from '../../hooks';
import { FIELD_WORDS, filterChips } from '../../lib/filterChips';
import { plainTitle } from '../../lib/filterOptions';
import { FILTER_FIELDS } from '../../lib/scoreFilter';
import { ServiceSearch } from '../ServiceSearch';
import { FilterChips } from './FilterChips';
import { FilterMenu } from './FilterMenu';

interface FilterBarProps extends ScoreFilterState {
  choices: FilterOptionsLoad;
  /** Of the scorecard; without them, verdicts are those of any dimension. */
  dimensions?: readonly DimensionDefinition[];
}

/** Narrows the list of services. Where the screen is narrow, the choices fold into one button. */
export const FilterBar = (props: FilterBarProps) => {
  const { filter, ignored, onFilter, choices, dimensions = [] } = props;
  const folds = useBreakpoint().down('xs');
  const [unfolded, setUnfolded] = useState(false);
  const id = useId();
  const dimension = dimensions.find(({ name }) => name === filter.dimension);
  const chips = filterChips(
    filter,
    (field, value) =>
      choices.options[field].find(option => option.value === value)?.title ??
      plainTitle(field, value),
    dimension?.title,
  );
  const change = (changes: ScoreFilter) => onFilter({ ...filter, ...changes });
  const active = chips.length > 0 ? ` (${chips.length})` : '';
  return (
    <Flex direction="column" gap="3">
      <ServiceSearch
        value={filter.search ?? ''}
        onChange={search =>
          onFilter(
            { ...filter, search: search || undefined },
            { replace: true },
          )
        }
      />
      {folds && (
        <div>
          <Button
            size="small"
            variant="secondary"
            iconStart={<FilterListIcon fontSize="inherit" />}
            aria-expanded={unfolded}
            aria-controls={unfolded ? id : undefined}
            onPress={() => setUnfolded(!unfolded)}
          >
            {`Filters${active}`}
          </Button>
        </div>
      )}
      {(!folds || unfolded) && (
        <Flex
          id={id}
          role="group"
          aria-label="Filters"
          gap="2"
          style={{ flexWrap: 'wrap' }}
        >
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
        </Flex>
      )}
      <FilterChips chips={chips} onFilter={onFilter} />
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
