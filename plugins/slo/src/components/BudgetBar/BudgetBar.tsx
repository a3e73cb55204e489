import { ObjectiveState } from '@maestro-conductor/plugin-slo-common';
import { TONES, tokens } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import { budgetView } from '../../lib/budgetView';

const useStyles = makeStyles({
  root: { minWidth: 110, maxWidth: 360 },
  track: {
    height: 8,
    marginTop: 4,
    borderRadius: 4,
    background: tokens.line,
    overflow: 'hidden',
  },
  fill: { height: '100%', borderRadius: 4 },
  text: {
    display: 'block',
    fontSize: 'var(--bui-font-size-2)',
    fontVariantNumeric: 'tabular-nums',
  },
  muted: { color: tokens.muted },
  bad: { color: TONES.bad.foreground, fontWeight: 600 },
});

interface BudgetBarProps {
  /** What the budget is of, for assistive technology. */
  label: string;
  state?: ObjectiveState;
}

/** What is left of a budget as a bar, in percent and in time. Without a bar where it cannot be told. */
export const BudgetBar = ({ label, state }: BudgetBarProps) => {
  const classes = useStyles();
  const { share, tone, text } = budgetView(state);
  return (
    <div className={classes.root}>
      <span
        className={`${classes.text} ${
          tone === 'bad' ? classes.bad : classes.muted
        }`}
      >
        {text}
      </span>
      {share !== undefined && (
        <div
          className={classes.track}
          role="meter"
          aria-label={`${label}: budget left`}
          aria-valuemin={0}
          aria-valuemax={1}
          aria-valuenow={share}
          aria-valuetext={text}
        >
          <div
            className={classes.fill}
            style={{
              width: `${share * 100}%`,
              background: TONES[tone].solid,
            }}
          />
        </div>
      )}
    </div>
  );
};
