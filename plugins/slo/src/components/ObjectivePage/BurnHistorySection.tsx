import { BurnEpisode } from '@maestro-conductor/plugin-slo-common';
import {
  DataColumn,
  DataTable,
  Empty,
  RelativeTime,
  Section,
} from '@maestro-conductor/ui';
import { useNow } from '../../hooks';
import { burnLength } from '../../lib/burnLength';
import { rateText } from '../../lib/rateText';

const columns = (now: number): Array<DataColumn<BurnEpisode>> => [
  {
    id: 'row',
    header: 'Row',
    rowHeader: true,
    cell: ({ row, severity }) => `${row} (${severity})`,
  },
  {
    id: 'started',
    header: 'Began',
    cell: ({ startedAt }) => <RelativeTime time={startedAt} />,
  },
  {
    id: 'length',
    header: 'Went on for',
    cell: episode => burnLength(episode, now),
  },
  {
    id: 'peak',
    header: 'Highest burn',
    align: 'right',
    cell: ({ peak }) => rateText(peak),
  },
];

interface BurnHistorySectionProps {
  /** Newest first. */
  history: readonly BurnEpisode[];
}

/** The burns of the last 90 days. */
export const BurnHistorySection = ({ history }: BurnHistorySectionProps) => {
  const now = useNow();
  return (
    <Section title="Burns" subtitle="The last 90 days, newest first.">
      <DataTable<BurnEpisode>
        caption="Burns"
        columns={columns(now)}
        rows={history}
        rowKey={({ row, startedAt }) => `${row} ${startedAt}`}
        empty={
          <Empty
            title="No burn in the last 90 days"
            nextStep="One begins here when an alert row fires."
          />
        }
      />
    </Section>
  );
};
