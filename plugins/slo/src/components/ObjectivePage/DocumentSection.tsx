import { Text } from '@backstage/ui';
import {
  DocumentProblem,
  ObjectiveDetail,
} from '@maestro-conductor/plugin-slo-common';
import {
  DataColumn,
  DataTable,
  RelativeTime,
  SafeLink,
  Section,
  StatusChip,
} from '@maestro-conductor/ui';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import ReportProblemIcon from '@material-ui/icons/ReportProblemOutlined';

const columns: Array<DataColumn<DocumentProblem>> = [
  {
    id: 'place',
    header: 'Place',
    rowHeader: true,
    cell: ({ file, line }) => (
      <span style={{ overflowWrap: 'anywhere' }}>{`${file}:${line}`}</span>
    ),
  },
  {
    id: 'severity',
    header: 'Severity',
    cell: ({ severity }) =>
      severity === 'error' ? (
        <StatusChip tone="bad" icon={<ErrorOutlineIcon />}>
          error
        </StatusChip>
      ) : (
        <StatusChip tone="warning" icon={<ReportProblemIcon />}>
          warning
        </StatusChip>
      ),
  },
  {
    id: 'message',
    header: 'What is wrong',
    minWidth: 240,
    cell: ({ rule, message }) => `${message} (${rule})`,
  },
];

interface DocumentSectionProps {
  document: ObjectiveDetail['document'];
}

/** Where the objective is written, and what is wrong there. */
export const DocumentSection = ({ document }: DocumentSectionProps) => {
  const { location, line, readAt, problems } = document;
  return (
    <Section title="Document">
      <Text as="p" style={{ overflowWrap: 'anywhere' }}>
        <b>
          <SafeLink href={location}>{location}</SafeLink>
        </b>
        , line {line} · read <RelativeTime time={readAt} />
      </Text>
      {problems.length > 0 ? (
        <DataTable<DocumentProblem>
          caption="Problems in the document"
          columns={columns}
          rows={problems}
          rowKey={({ file, line: at, rule, message }) =>
            `${file} ${at} ${rule} ${message}`
          }
        />
      ) : (
        <Text as="p">Nothing is wrong in it.</Text>
      )}
    </Section>
  );
};
