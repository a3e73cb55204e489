import { Grid } from '@backstage/ui';
import { ReadinessSummary } from '@maestro-conductor/plugin-readiness-common';
import { Load, LoadView, Section } from '@maestro-conductor/ui';
import { LevelsTile } from './LevelsTile';
import { MoversTile } from './MoversTile';
import { ReadyTile } from './ReadyTile';

interface SummaryTilesProps {
  summary: Load<ReadinessSummary>;
  /** The portal's default where absent. */
  environment?: string;
  /** Name of the environment. */
  title: string;
}

/** How many services are ready, at which levels, and who moved. */
export const SummaryTiles = (props: SummaryTilesProps) => {
  const { summary, environment, title } = props;
  // Two tiles of one answer: where there is none, one says so.
  const failed = summary.error !== undefined && summary.value === undefined;
  return (
    <Grid.Root columns={{ initial: '1', md: failed ? '2' : '3' }} gap="4">
      <Section title={`Ready for ${title}`}>
        <LoadView load={summary} what="how many are ready">
          {value => <ReadyTile summary={value} />}
        </LoadView>
      </Section>
      {!failed && (
        <Section title="By level">
          <LoadView load={summary} what="the levels">
            {value => <LevelsTile summary={value} />}
          </LoadView>
        </Section>
      )}
      <MoversTile environment={environment} />
    </Grid.Root>
  );
};
