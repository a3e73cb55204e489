import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { FactUsed } from '@maestro-conductor/plugin-readiness-common';
import { RelativeTime, tokens } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import { factUsedText } from '../../lib/factUsedText';
import { evidenceRouteRef } from '../../routes';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  detail: { color: tokens.muted, fontSize: 'var(--bui-font-size-2)' },
});

/** The facts behind a dimension, each with a link to the artifact that said so. */
export const EvidenceLinks = ({ facts }: { facts: readonly FactUsed[] }) => {
  const classes = useStyles();
  const evidence = useRouteRef(evidenceRouteRef);
  if (facts.length === 0) return <>no facts</>;
  return (
    <ul className={classes.list}>
      {facts.map(fact => (
        <li key={fact.name}>
          {evidence && fact.recordId ? (
            <Link
              to={`${evidence()}?record=${encodeURIComponent(fact.recordId)}`}
            >
              {fact.name}
            </Link>
          ) : (
            fact.name
          )}
          <div className={classes.detail}>
            {factUsedText(fact)}
            {fact.observedAt && (
              <>
                , <RelativeTime time={fact.observedAt} />
              </>
            )}
            {fact.source && `, ${fact.source}`}
          </div>
        </li>
      ))}
    </ul>
  );
};
