import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { FactUsed } from '@maestro-conductor/plugin-readiness-common';
import { RelativeTime, tokens } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import { evidenceSources } from '../../lib/evidenceSources';
import { evidenceRouteRef } from '../../routes';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    fontSize: 'var(--bui-font-size-2)',
    lineHeight: 1.6,
    whiteSpace: 'nowrap',
  },
  muted: { color: tokens.muted },
});

/** What says so: one line for each evidence record, with a link to it, and for each collector. */
export const EvidenceLinks = ({ facts }: { facts: readonly FactUsed[] }) => {
  const classes = useStyles();
  const evidence = useRouteRef(evidenceRouteRef);
  const sources = evidenceSources(facts);
  if (sources.length === 0) {
    return <span className={classes.muted}>none yet</span>;
  }
  return (
    <ul className={classes.list}>
      {sources.map(({ label, recordId, observedAt }) => (
        <li key={recordId ?? label}>
          {evidence && recordId ? (
            <Link to={`${evidence()}?record=${encodeURIComponent(recordId)}`}>
              {label}
            </Link>
          ) : (
            label
          )}
          {observedAt && (
            <span className={classes.muted}>
              {' · '}
              <RelativeTime time={observedAt} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
};
