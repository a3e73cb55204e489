import { Text, VisuallyHidden } from '@backstage/ui';
import { formatPoints, tokens } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ServiceStep } from '../../lib/myReadiness';
import { ServiceLink } from '../ServiceLink';

const useStyles = makeStyles({
  step: {
    display: 'grid',
    gridTemplateColumns: '44px 1fr',
    gap: 12,
    padding: '8px 0',
    '& + &': { borderTop: `1px solid ${tokens.line}` },
  },
  gain: { fontWeight: 700, fontVariantNumeric: 'tabular-nums' },
  muted: { color: tokens.muted },
});

/** What to do for which service, and what it would bring. */
export const StepLine = ({ step }: { step: ServiceStep }) => {
  const { gain, action, dimension, service } = step;
  const classes = useStyles();
  return (
    <li className={classes.step}>
      <span className={classes.gain}>
        +{formatPoints(gain)}
        <VisuallyHidden> points</VisuallyHidden>
      </span>
      <div>
        <Text as="p">{action}</Text>
        <Text as="p" variant="body-small" className={classes.muted}>
          <b>
            <ServiceLink entityRef={service.entityRef} title={service.title} />
          </b>{' '}
          · {dimension.title}
        </Text>
      </div>
    </li>
  );
};
