import { Fact } from '@maestro-conductor/plugin-evidence-common';
import { DataTable, RelativeTime } from '@maestro-conductor/ui';
import { ReactNode } from 'react';
import { factText } from '../../lib/factText';
import { FreshUntil } from '../FreshUntil';

interface FactsTableProps {
  caption: string;
  facts: readonly Fact[];
  /** Shows the source of a fact; leads back to its record. Left out where all facts come from one record. */
  renderSource?(fact: Fact): ReactNode;
}

const FactValueCell = ({ fact }: { fact: Fact }) =>
  fact.type === 'timestamp' ? (
    <RelativeTime time={String(fact.value)} />
  ) : (
    <>{factText(fact)}</>
  );

/** Facts by name, with value, time and freshness. */
export const FactsTable = (props: FactsTableProps) => {
  const { caption, facts, renderSource } = props;
  const sorted = [...facts].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return (
    <DataTable<Fact>
      caption={caption}
      rows={sorted}
      rowKey={fact => `${fact.name} ${fact.environment} ${fact.commit}`}
      empty="No facts."
      columns={[
        {
          id: 'name',
          header: 'Fact',
          rowHeader: true,
          cell: fact => fact.name,
        },
        {
          id: 'value',
          header: 'Value',
          align: 'right',
          cell: fact => <FactValueCell fact={fact} />,
        },
        {
          id: 'environment',
          header: 'Environment',
          cell: fact => fact.environment || 'any',
        },
        {
          id: 'observedAt',
          header: 'Observed',
          cell: fact => <RelativeTime time={fact.observedAt} />,
        },
        {
          id: 'freshUntil',
          header: 'Fresh until',
          cell: fact => <FreshUntil time={fact.freshUntil} />,
        },
        ...(renderSource
          ? [{ id: 'source', header: 'Source', cell: renderSource }]
          : []),
      ]}
    />
  );
};
