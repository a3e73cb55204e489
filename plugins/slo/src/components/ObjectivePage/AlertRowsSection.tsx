import { ObjectiveDetail } from '@maestro-conductor/plugin-slo-common';
import {
  DataColumn,
  DataTable,
  Empty,
  formatMinutes,
  formatPercent,
  RelativeTime,
  Section,
  StatusChip,
} from '@maestro-conductor/ui';
import WhatshotIcon from '@material-ui/icons/Whatshot';
import { AlertRowView, alertRowViews } from '../../lib/alertRowView';
import { factorText } from '../../lib/rateText';
import { BurnRate } from '../BurnRate';

const columns: Array<DataColumn<AlertRowView>> = [
  {
    id: 'name',
    header: 'Row',
    rowHeader: true,
    cell: ({ row }) => `${row.name} (${row.severity})`,
  },
  {
    id: 'now',
    header: 'Now',
    cell: ({ firing, since }) =>
      firing ? (
        <>
          <StatusChip tone="bad" icon={<WhatshotIcon />}>
            fires
          </StatusChip>
          {since && (
            <>
              {' '}
              since <RelativeTime time={since} />
            </>
          )}
        </>
      ) : (
        'quiet'
      ),
  },
  {
    id: 'factor',
    header: 'Factor',
    align: 'right',
    cell: ({ row }) => factorText(row.factor),
  },
  {
    id: 'long',
    header: 'Long window',
    align: 'right',
    cell: ({ row, long }) => (
      <>
        {formatMinutes(row.longMinutes)}:{' '}
        <BurnRate
          rate={long}
          factor={row.factor}
          above={long !== undefined && long > row.factor}
        />
      </>
    ),
  },
  {
    id: 'short',
    header: 'Short window',
    align: 'right',
    cell: ({ row, short }) => (
      <>
        {formatMinutes(row.shortMinutes)}:{' '}
        <BurnRate
          rate={short}
          factor={row.factor}
          above={short !== undefined && short > row.factor}
        />
      </>
    ),
  },
  {
    id: 'share',
    header: 'Budget gone when it fires',
    align: 'right',
    minWidth: 110,
    cell: ({ row }) => formatPercent(row.budgetShare),
  },
  {
    id: 'detection',
    header: 'Fires after, where everything fails',
    align: 'right',
    minWidth: 130,
    cell: ({ detection }) => detection,
  },
];

/** What is watched: each row fires while both its windows burn faster than its factor. */
export const AlertRowsSection = ({ detail }: { detail: ObjectiveDetail }) => {
  const { objective, state } = detail;
  return (
    <Section
      title="Alert rows"
      subtitle="A row fires while both windows burn faster than its factor. The factor follows from the budget that may be gone by then."
    >
      <DataTable<AlertRowView>
        caption="Alert rows"
        columns={columns}
        rows={alertRowViews(
          objective.alertRows,
          objective.target,
          state?.burns,
        )}
        rowKey={({ row }) => row.name}
        empty={
          <Empty
            title="No row watches this objective"
            nextStep="Its window is shorter than every alert window, or its alert policy names none."
          />
        }
      />
    </Section>
  );
};
