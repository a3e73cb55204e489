import { DimensionScore } from '@maestro-conductor/plugin-readiness-common';
import { Text, VisuallyHidden } from '@backstage/ui';
import { formatPoints, tokens } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import { nextSteps } from '../../lib/nextSteps';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  step: {
    display: 'grid',
    gridTemplateColumns: '44px 1fr',
    gap: 12,
    padding: '10px 0',
    '& + &': { borderTop: `1px solid ${tokens.line}` },
  },
  gain: { fontWeight: 700, fontVariantNumeric: 'tabular-nums' },
  why: { color: tokens.muted },
});

interface StepsListProps {
  dimensions: readonly DimensionScore[];
}

/** Up to three steps that bring most points, most first. */
export const StepsList = ({ dimensions }: StepsListProps) => {
  const classes = useStyles();
  const steps = nextSteps(dimensions);
  if (steps.length === 0) {
    return <Text as="p">Nothing left to gain: every point is there.</Text>;
  }
  return (
    <ol className={classes.list} aria-label="Next steps">
      {steps.map(({ dimension, gain, action }) => (
        <li key={dimension.name} className={classes.step}>
          <span className={classes.gain}>
            +{formatPoints(gain)}
            <VisuallyHidden> points</VisuallyHidden>
          </span>
          <div>
            <Text as="p">{action}</Text>
            <Text as="p" variant="body-small" className={classes.why}>
              <b>{dimension.title}</b> · {dimension.reason}
            </Text>
          </div>
        </li>
      ))}
    </ol>
  );
};
