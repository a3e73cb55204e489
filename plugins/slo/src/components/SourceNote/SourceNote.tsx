import { ObjectiveItem } from '@maestro-conductor/plugin-slo-common';
import { TONES } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import SyncProblemIcon from '@material-ui/icons/SyncProblem';
import { useNow } from '../../hooks';
import { sourceNote } from '../../lib/sourceNote';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 4,
    color: TONES.warning.foreground,
    fontSize: 'var(--bui-font-size-2)',
    fontWeight: 400,
    '& svg': { width: 14, height: 14 },
  },
});

/** Says how old a value is whose source does not answer; nothing where the source is well. */
export const SourceNote = ({ item }: { item: ObjectiveItem }) => {
  const classes = useStyles();
  const note = sourceNote(item, useNow());
  return note ? (
    <span className={classes.root} title={item.sourceProblem?.message}>
      <SyncProblemIcon aria-hidden="true" />
      {note}
    </span>
  ) : null;
};
