import { EvidenceRecord } from '@maestro-conductor/plugin-evidence-common';
import { formatExactTime, tokens } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    alignItems: 'baseline',
    gap: '4px 16px',
    margin: 0,
    fontFamily: tokens.font,
  },
  term: { color: tokens.muted },
  value: {
    margin: 0,
    overflowWrap: 'anywhere',
    fontFamily: tokens.monospace,
    fontSize: 'var(--bui-font-size-2)',
  },
});

function originOf(record: EvidenceRecord): Array<[string, string]> {
  const { run, attempt, ref, defaultBranch } = record;
  const branch = defaultBranch ? 'default branch' : 'not the default branch';
  return [
    ['Record', record.id],
    ['File', record.fileName],
    ['SHA-256', record.sha256],
    ['Media type', record.mediaType],
    ['Format', record.format || 'not recognised'],
    ['Producer', record.producer],
    ['Commit', record.commit || 'not bound to a commit'],
    ['Branch', ref ? `${ref} (${branch})` : branch],
    ['Run', run ? `${run}, attempt ${attempt}` : 'not said'],
    ['Observed', formatExactTime(record.observedAt)],
    ['Received', formatExactTime(record.receivedAt)],
  ];
}

/** Everything that is known of where a record comes from. */
export const RecordOrigin = ({ record }: { record: EvidenceRecord }) => {
  const classes = useStyles();
  return (
    <dl className={classes.list}>
      {originOf(record).map(([term, value]) => (
        <div key={term} style={{ display: 'contents' }}>
          <dt className={classes.term}>{term}</dt>
          <dd className={classes.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
};
