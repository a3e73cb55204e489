import { EvidenceRecord } from '@maestro-conductor/plugin-evidence-common';
import {
  DataColumn,
  DataPaging,
  DataTable,
  RelativeTime,
  SafeLink,
} from '@maestro-conductor/ui';
import { ReactNode } from 'react';
import { shortHash } from '../../lib/shortHash';
import { FreshUntil } from '../FreshUntil';
import { RecordDetail } from '../RecordDetail';

interface RecordsTableProps {
  records: readonly EvidenceRecord[];
  /** Id of the record that is open. */
  open?: string;
  onOpen(id: string | undefined): void;
  paging?: DataPaging;
  busy?: boolean;
  empty?: ReactNode;
}

const COLUMNS: Array<DataColumn<EvidenceRecord>> = [
  {
    id: 'kind',
    header: 'What',
    rowHeader: true,
    cell: ({ kind, format }) =>
      format && format !== kind ? `${kind} (${format})` : kind,
  },
  {
    id: 'observedAt',
    header: 'When',
    cell: ({ observedAt }) => <RelativeTime time={observedAt} />,
  },
  {
    id: 'environment',
    header: 'Environment',
    cell: ({ environment }) => environment || 'any',
  },
  {
    id: 'commit',
    header: 'Commit',
    cell: ({ commit }) =>
      commit ? <code title={commit}>{shortHash(commit)}</code> : '–',
  },
  {
    id: 'run',
    header: 'Run',
    cell: ({ run, runUrl }) =>
      run || runUrl ? (
        <SafeLink href={runUrl}>{run ? `run ${run}` : 'run'}</SafeLink>
      ) : (
        '–'
      ),
  },
  {
    id: 'freshUntil',
    header: 'Fresh until',
    cell: ({ freshUntil }) => <FreshUntil time={freshUntil} />,
  },
  { id: 'producer', header: 'Producer', cell: ({ producer }) => producer },
  {
    id: 'sha256',
    header: 'SHA-256',
    cell: ({ sha256 }) => <code title={sha256}>{shortHash(sha256, 12)}</code>,
  },
];

/** Records, newest first; each opens to its facts and its bytes. */
export const RecordsTable = (props: RecordsTableProps) => {
  const { records, open, onOpen, paging, busy, empty } = props;
  return (
    <DataTable<EvidenceRecord>
      caption="Evidence records"
      columns={COLUMNS}
      rows={records}
      rowKey={record => record.id}
      paging={paging}
      busy={busy}
      empty={empty}
      expansion={{
        open,
        onChange: onOpen,
        label: ({ kind, commit, fileName }) =>
          `${kind} ${commit ? `of ${shortHash(commit)}` : fileName}`,
        render: record => <RecordDetail record={record} />,
      }}
    />
  );
};
