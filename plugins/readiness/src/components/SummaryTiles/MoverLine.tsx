import { formatChange, tokens } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useEntityHistory } from '../../hooks';
import { Mover } from '../../lib/movers';
import { scoreTrend } from '../../lib/scoreTrend';
import { ServiceLink } from '../ServiceLink';

const useStyles = makeStyles({
  line: { padding: '3px 0', lineHeight: 1.45 },
  // Not by colour alone: the link stands in a line of text.
  name: { '& a': { fontWeight: 600 } },
  change: {
    fontWeight: 600,
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  cause: { color: tokens.muted },
});

interface MoverLineProps {
  mover: Mover;
  /** The portal's default where absent. */
  environment?: string;
}

/** A service, how its score moved with the way to why, and the dimension behind it where its history tells. */
export const MoverLine = ({ mover, environment }: MoverLineProps) => {
  const { entityRef, title, change, dimensions } = mover;
  const classes = useStyles();
  const history = useEntityHistory({ entityRef, environment });
  const cause = history.value && scoreTrend(history.value.items)?.dimension;
  const causeTitle = dimensions.find(({ name }) => name === cause)?.title;
  const moved = `${change > 0 ? '↑' : '↓'} ${formatChange(change)}`;
  return (
    <li className={classes.line}>
      <span className={classes.name}>
        <ServiceLink
          entityRef={entityRef}
          title={title}
          environment={environment}
        />
      </span>{' '}
      <span className={classes.change}>
        <ServiceLink
          entityRef={entityRef}
          title={moved}
          label={`${moved}, what changed in ${title}`}
          environment={environment}
          changes
        />
      </span>
      {causeTitle && (
        <span className={classes.cause}> mostly {causeTitle}</span>
      )}
    </li>
  );
};
