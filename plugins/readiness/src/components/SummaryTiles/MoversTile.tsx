import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import { LoadView, Section, useLoad } from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { readinessApiRef } from '../../api';
import { movers } from '../../lib/movers';
import { MoverLine } from './MoverLine';

const EACH_WAY = 3;
const list = { listStyle: 'none', margin: 0, padding: 0 };

/** The services whose score moved most within a week. */
export const MoversTile = ({ environment }: { environment?: string }) => {
  const api = useApi(readinessApiRef);
  const moved = useLoad(
    useCallback(
      async signal => {
        const request = { environment, sort: 'change', limit: EACH_WAY };
        const [up, down] = await Promise.all([
          api.getScores({ ...request, order: 'desc' }, signal),
          api.getScores({ ...request, order: 'asc' }, signal),
        ]);
        return movers(up.items, down.items);
      },
      [api, environment],
    ),
  );
  return (
    <Section title="Movers in 7 days">
      <LoadView load={moved} what="the movers">
        {items =>
          items.length > 0 ? (
            <ul aria-label="Movers" style={list}>
              {items.map(mover => (
                <MoverLine
                  key={mover.entityRef}
                  mover={mover}
                  environment={environment}
                />
              ))}
            </ul>
          ) : (
            <Text as="p">No score moved in the last 7 days.</Text>
          )
        }
      </LoadView>
    </Section>
  );
};
