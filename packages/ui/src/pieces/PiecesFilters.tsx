import { Flex, Text } from '@backstage/ui';
import { useState } from 'react';
import {
  ActiveFilters,
  FilterChoices,
  FilterMenu,
  FilterSearch,
} from '../components/Filters';
import { Section } from '../components/Section';
import { SAMPLE_FIELDS, SampleFilter, sampleFilters } from './samples';

/** The filters of a list: few values and many, counts, a tree, one value alone, nothing to choose. */
export const PiecesFilters = () => {
  const [filter, setFilter] = useState<SampleFilter>({ Level: ['gold'] });
  const active = sampleFilters(filter);
  return (
    <Section
      title="Filters"
      subtitle="On a phone the menus fold into one button."
    >
      <Flex direction="column" gap="3">
        <FilterSearch
          label="Search services"
          placeholder="Part of a service's name"
          value={filter.Search?.[0] ?? ''}
          onChange={text =>
            setFilter({ ...filter, Search: text ? [text] : undefined })
          }
        />
        <FilterChoices label="Filters" active={active.length}>
          {SAMPLE_FIELDS.map(({ word, options, single }) => (
            <FilterMenu
              key={word}
              word={word}
              options={options}
              single={single}
              selected={filter[word] ?? []}
              onChange={values => setFilter({ ...filter, [word]: values })}
            />
          ))}
        </FilterChoices>
        <ActiveFilters
          filters={active}
          onFilter={setFilter}
          onClear={() => setFilter({})}
        />
        <Text as="p">
          {active.length > 0
            ? `Narrowed by ${active.length}`
            : 'Everything is shown'}
        </Text>
      </Flex>
    </Section>
  );
};
