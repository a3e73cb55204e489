import {
  DimensionScore,
  VERDICT_COUNTING,
  Verdict,
  VERDICTS,
} from '@maestro-conductor/plugin-readiness-common';
import { DataTable, VerdictChip } from '@maestro-conductor/ui';

interface VerdictsTableProps {
  dimensions: readonly DimensionScore[];
}

/** How each verdict counts in a score, and how many dimensions have it here. */
export const VerdictsTable = ({ dimensions }: VerdictsTableProps) => (
  <DataTable<Verdict>
    caption="How verdicts count"
    rows={VERDICTS}
    rowKey={verdict => verdict}
    columns={[
      {
        id: 'verdict',
        header: 'Verdict',
        rowHeader: true,
        cell: verdict => <VerdictChip verdict={verdict} />,
      },
      {
        id: 'meaning',
        header: 'How it counts',
        minWidth: 200,
        cell: verdict => VERDICT_COUNTING[verdict].meaning,
      },
      {
        id: 'counts',
        header: 'In the score',
        cell: verdict =>
          VERDICT_COUNTING[verdict].counts ? 'counted' : 'left out',
      },
      {
        id: 'here',
        header: 'Dimensions here',
        align: 'right',
        cell: verdict =>
          dimensions.filter(dimension => dimension.verdict === verdict).length,
      },
    ]}
  />
);
