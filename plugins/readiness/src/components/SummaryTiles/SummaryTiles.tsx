import { useApi } from '@backstage/core-plugin-api';
import { Grid } from '@backstage/ui';
import { LoadView, Section, useLoad } from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { readinessApiRef } from '../../api';
import { LevelsTile } from './LevelsTile';
import { MoversTile } from './MoversTile';
import { ReadyTile } from './ReadyTile';

/** How many services are ready, at which levels, and who moved. */
export const SummaryTiles = ({ environment }: { environment?: string }) => {
  const api = useApi(readinessApiRef);
  const summary = useLoad(
    useCallback(
      signal => api.getSummary({ environment }, signal),
      [api, environment],
    ),
  );
  return (
    <Grid.Root columns={{ initial: '1', md: '3' }} gap="4">
      <Section title="Ready for production">
        <LoadView load={summary} what="how many are ready">
          {value => <ReadyTile summary={value} />}
        </LoadView>
      </Section>
      <Section title="By level">
        <LoadView load={summary} what="the levels">
          {value => <LevelsTile summary={value} />}
        </LoadView>
      </Section>
      <MoversTile environment={environment} />
    </Grid.Root>
  );
};
