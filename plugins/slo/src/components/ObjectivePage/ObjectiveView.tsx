import { Grid } from '@backstage/ui';
import { ObjectiveDetail } from '@maestro-conductor/plugin-slo-common';
import { AlertRowsSection } from './AlertRowsSection';
import { AnswerSection } from './AnswerSection';
import { BurnHistorySection } from './BurnHistorySection';
import { ChartSections } from './ChartSections';
import { DocumentSection } from './DocumentSection';
import { NumbersSection } from './NumbersSection';
import { ObjectiveHeading } from './ObjectiveHeading';
import { QueriesSection } from './QueriesSection';

/** An objective from the answer down to its sources. */
export const ObjectiveView = ({ detail }: { detail: ObjectiveDetail }) => (
  <>
    <ObjectiveHeading objective={detail.objective} />
    <Grid.Root columns={{ initial: '1', md: '2' }} gap="4">
      <AnswerSection detail={detail} />
      <NumbersSection detail={detail} />
    </Grid.Root>
    <ChartSections objective={detail.objective} />
    <AlertRowsSection detail={detail} />
    <BurnHistorySection history={detail.history} />
    <QueriesSection objective={detail.objective} />
    <DocumentSection document={detail.document} />
  </>
);
