import { useApi } from '@backstage/core-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { ScorecardDefinition } from '@maestro-conductor/plugin-readiness-common';
import {
  LoadView,
  PagedListState,
  tokens,
  useLoad,
} from '@maestro-conductor/ui';
import { useCallback, useMemo } from 'react';
import { readinessApiRef } from '../../api';
import { useFilterOptions, useScoreFilter } from '../../hooks';
import { countText } from '../../lib/countText';
import { isFiltered } from '../../lib/scoreFilter';
import { CsvButton } from '../CsvButton';
import { FilterBar } from '../FilterBar';
import { ServicesTable } from '../ServicesTable';
import { LoosenHints } from './LoosenHints';

const PAGE_SIZE = 25;

interface ServicesViewProps {
  environment?: string;
  /** Says which levels and dimensions there are; where it is not known, any may be asked for. */
  scorecard?: ScorecardDefinition;
  /** Services in the environment; absent where that is not known. */
  allServices?: number;
  state: PagedListState;
  onState(state: PagedListState): void;
}

/** The list of services, narrowed, sorted and paged on the server. The filter is in the address. */
export const ServicesView = (props: ServicesViewProps) => {
  const { environment, scorecard, allServices, state, onState } = props;
  const api = useApi(readinessApiRef);
  const names = useMemo(
    () => ({
      levels: scorecard?.levels.map(({ name }) => name),
      dimensions: scorecard?.dimensions.map(({ name }) => name),
    }),
    [scorecard],
  );
  const filtering = useScoreFilter(names);
  const { filter, onFilter } = filtering;
  const choices = useFilterOptions(filter, environment);
  const { sort = 'score', order = 'asc', cursor } = state;
  const page = useLoad(
    useCallback(
      signal =>
        api.getScores(
          { ...filter, environment, sort, order, cursor, limit: PAGE_SIZE },
          signal,
        ),
      [api, filter, environment, sort, order, cursor],
    ),
    { keepPrevious: true },
  );
  const filtered = isFiltered(filter);
  return (
    <Flex direction="column" gap="3">
      <FilterBar
        {...filtering}
        choices={choices}
        dimensions={scorecard?.dimensions}
      />
      <Flex justify="between" align="center" gap="3">
        <Text as="p" aria-live="polite" style={{ color: tokens.muted }}>
          {page.value &&
            countText(page.value, filtered ? allServices : undefined)}
        </Text>
        <CsvButton request={{ ...filter, environment, sort, order }} />
      </Flex>
      <LoadView load={page} what="the services" lines={8}>
        {value => (
          <ServicesTable
            environment={environment}
            page={value}
            busy={page.loading}
            sort={{ column: sort, order }}
            state={state}
            onState={onState}
            empty={
              filtered && (
                <LoosenHints
                  filter={filter}
                  environment={environment}
                  onFilter={onFilter}
                />
              )
            }
          />
        )}
      </LoadView>
    </Flex>
  );
};
