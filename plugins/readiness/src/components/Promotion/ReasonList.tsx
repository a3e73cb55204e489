import { GateReason } from '@maestro-conductor/plugin-readiness-common';
import { tokens } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  list: { margin: '4px 0', paddingLeft: 18, lineHeight: 1.4 },
  step: { color: tokens.muted },
});

interface ReasonListProps {
  title: string;
  reasons: readonly GateReason[];
  /** Adds what to do about each. */
  steps?: boolean;
}

/** Reasons of the gate. */
export const ReasonList = ({ title, reasons, steps }: ReasonListProps) => {
  const classes = useStyles();
  return (
    <ul aria-label={title} className={classes.list}>
      {reasons.map(({ code, dimension, message, nextStep }) => (
        <li key={`${code} ${dimension ?? ''}`}>
          {message}
          {steps && nextStep && (
            <span className={classes.step}> {nextStep}</span>
          )}
        </li>
      ))}
    </ul>
  );
};
