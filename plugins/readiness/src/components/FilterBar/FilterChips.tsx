import { Button } from '@backstage/ui';
import { ScoreFilter } from '@maestro-conductor/plugin-readiness-common';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import { FilterChip } from '../../lib/filterChips';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: 8,
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
});

interface FilterChipsProps {
  chips: readonly FilterChip[];
  onFilter(filter: ScoreFilter): void;
}

/** What narrows the list; each can be taken away, and all at once. */
export const FilterChips = ({ chips, onFilter }: FilterChipsProps) => {
  const classes = useStyles();
  if (chips.length === 0) return null;
  return (
    <ul className={classes.list} aria-label="Active filters">
      {chips.map(({ text, without }) => (
        <li key={text}>
          <Button
            size="small"
            variant="secondary"
            iconEnd={<CloseIcon fontSize="inherit" />}
            aria-label={`Remove filter ${text}`}
            onPress={() => onFilter(without)}
          >
            {text}
          </Button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Button size="small" variant="tertiary" onPress={() => onFilter({})}>
            Clear all
          </Button>
        </li>
      )}
    </ul>
  );
};
