import { DimensionScore } from '@maestro-conductor/plugin-readiness-common';
import { Text } from '@backstage/ui';
import { formatPoints, tokens } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import { nextSteps } from '../../lib/nextSteps';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  step: {
    display: 'grid',
    gridTemplateColumns: '56px 1fr',
    gap: 12,
    padding: '10px 0',
    '& + &': { borderTop: `1px solid ${tokens.line}` },
  },
  gain: { fontWeight: 700, textAlign: 'right' },
  why: { color: tokens.muted },
});

interface StepsListProps {
  dimensions: readonly DimensionScore[];
}

/** The three steps that bring most points, most first. */
export const StepsList = ({ dimensions }: StepsListProps) => {
  const classes = useStyles();
  const steps = nextSteps(dimensions);
  if (steps.length === 0) {
    return <Text as="p">Nothing left to gain: every point is there.</Text>;
  }
  return (
    <ol className={classes.list} aria-label="Steps that bring most">
      {steps.map(({ dimension, gain, action }) => (
        <li key={dimension.name} className={classes.step}>
          <span className={classes.gain}>+{formatPoints(gain)}</span>
          <div>
            <Text as="p">{action}</Text>
            <Text as="p" variant="body-small" className={classes.why}>
              {dimension.title}: {dimension.reason}
            </Text>
          </div>
        </li>
      ))}
    </ol>
  );
};
