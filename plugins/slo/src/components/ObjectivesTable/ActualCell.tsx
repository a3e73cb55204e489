import { ObjectiveItem } from '@maestro-conductor/plugin-slo-common';
import { formatShare, tokens } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Unknown } from '../Unknown';

const useStyles = makeStyles({
  value: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  target: {
    color: tokens.muted,
    fontSize: 'var(--bui-font-size-2)',
    whiteSpace: 'nowrap',
  },
});

/** What was reached, above what is asked for. */
export const ActualCell = ({ item }: { item: ObjectiveItem }) => {
  const classes = useStyles();
  const { objective, state } = item;
  const { target } = objective;
  return (
    <>
      <div className={classes.value}>
        {state?.actual === undefined ? (
          <Unknown />
        ) : (
          formatShare(state.actual, target)
        )}
      </div>
      <div className={classes.target}>target {formatShare(target)}</div>
    </>
  );
};
