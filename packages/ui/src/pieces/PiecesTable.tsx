import { Button, Flex, Text } from '@backstage/ui';
import { useState } from 'react';
import { DataSort, DataTable } from '../components/DataTable';
import { Empty } from '../components/states';
import { PointsBar } from '../components/PointsBar';
import { ScoreValue } from '../components/ScoreValue';
import { Section } from '../components/Section';
import { VerdictChip } from '../components/VerdictChip';
import { SampleRow, sampleRows } from './samples';

const COUNTS = [0, 3, 3000];
const PAGE = 10;

function sorted(rows: SampleRow[], { column, order }: DataSort): SampleRow[] {
  const sign = order === 'asc' ? 1 : -1;
  return [...rows].sort((a, b) =>
    column === 'score'
      ? sign * ((a.score ?? -1) - (b.score ?? -1))
      : sign * a.name.localeCompare(b.name, 'en', { numeric: true }),
  );
}

/** The table with nothing, few and many rows. */
export const PiecesTable = () => {
  const [count, setCount] = useState(3);
  const [start, setStart] = useState(0);
  const [open, setOpen] = useState<string>();
  const [sort, setSort] = useState<DataSort>({ column: 'name', order: 'asc' });
  const show = (next: number) => {
    setCount(next);
    setStart(0);
  };
  return (
    <Section
      title="DataTable"
      subtitle="Sorted and paged by its owner, rows that open."
      actions={
        <Flex gap="2">
          {COUNTS.map(rows => (
            <Button
              key={rows}
              size="small"
              variant={rows === count ? 'primary' : 'secondary'}
              onPress={() => show(rows)}
            >
              {`${rows} rows`}
            </Button>
          ))}
        </Flex>
      }
    >
      <DataTable
        caption="Sample services"
        columns={[
          {
            id: 'name',
            header: 'Service',
            sortable: true,
            rowHeader: true,
            cell: row => row.name,
          },
          {
            id: 'score',
            header: 'Score',
            sortable: true,
            cell: row => <ScoreValue score={row.score} level={row.level} />,
          },
          {
            id: 'verdict',
            header: 'Verdict',
            cell: row => <VerdictChip verdict={row.verdict} />,
          },
          {
            id: 'points',
            header: 'Points',
            minWidth: 160,
            cell: row => (
              <PointsBar label={row.name} points={row.points} maxPoints={25} />
            ),
          },
        ]}
        rows={sorted(sampleRows(count), sort).slice(start, start + PAGE)}
        rowKey={row => row.name}
        sort={sort}
        onSort={setSort}
        expansion={{
          open,
          onChange: setOpen,
          label: row => row.name,
          render: row => <Text>More of {row.name}.</Text>,
        }}
        paging={{
          noun: 'services',
          totalItems: count,
          onFirst: start > 0 ? () => setStart(0) : undefined,
          onPrevious: start > 0 ? () => setStart(start - PAGE) : undefined,
          onNext:
            start + PAGE < count ? () => setStart(start + PAGE) : undefined,
        }}
        empty={
          <Empty title="No services" nextStep="Register one in the catalog." />
        }
      />
    </Section>
  );
};
