import { useApi } from '@backstage/core-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import { ScoreFilter } from '@maestro-conductor/plugin-readiness-common';
import {
  Empty,
  formatQuantity,
  LoadView,
  useLoad,
} from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { readinessApiRef } from '../../api';
import { loosened } from '../../lib/loosened';

const list = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  listStyle: 'none',
  margin: 0,
  padding: 0,
} as const;

interface LoosenHintsProps {
  filter: ScoreFilter;
  environment?: string;
  onFilter(filter: ScoreFilter): void;
}

/** Nothing matches: says how many services would, without each of the filters. */
export const LoosenHints = (props: LoosenHintsProps) => {
  const { filter, environment, onFilter } = props;
  const api = useApi(readinessApiRef);
  const hints = useLoad(
    useCallback(
      async signal => {
        const counted = await Promise.all(
          loosened(filter).map(async hint => {
            const page = await api.getScores(
              { ...hint.filter, environment, limit: 1 },
              signal,
            );
            return { ...hint, services: page.totalItems ?? page.items.length };
          }),
        );
        return counted
          .filter(({ services }) => services > 0)
          .sort((a, b) => b.services - a.services);
      },
      [api, filter, environment],
    ),
  );
  return (
    <Empty
      title="No service matches"
      nextStep={
        <Flex direction="column" gap="2" align="start">
          <LoadView load={hints} what="which filter to loosen" lines={1}>
            {found =>
              found.length > 0 ? (
                <>
                  <Text as="p">With one filter less:</Text>
                  <ul aria-label="Filters to loosen" style={list}>
                    {found.map(({ word, services, filter: without }) => (
                      <li key={word}>
                        <Button
                          size="small"
                          variant="secondary"
                          onPress={() => onFilter(without)}
                        >
                          {`Without ${word}: ${formatQuantity(services)} ${
                            services === 1 ? 'service' : 'services'
                          }`}
                        </Button>
                      </li>
                    ))}
                  </ul>
                </>
              ) : (
                <Text as="p">No single filter is in the way.</Text>
              )
            }
          </LoadView>
          <Button size="small" variant="secondary" onPress={() => onFilter({})}>
            Show all services
          </Button>
        </Flex>
      }
    />
  );
};
