import { Button } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import { filterParts } from '../../lib/filterWords';
import { RecordFilter } from '../../lib/recordFilter';

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

interface ActiveFiltersProps {
  filter: RecordFilter;
  onFilter(filter: RecordFilter): void;
}

/** What narrows the list; each part can be taken away, or all at once. */
export const ActiveFilters = ({ filter, onFilter }: ActiveFiltersProps) => {
  const classes = useStyles();
  const parts = filterParts(filter);
  if (parts.length === 0) return null;
  return (
    <ul className={classes.list} aria-label="Active filters">
      {parts.map(({ text, without }) => (
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
      <li>
        <Button size="small" variant="tertiary" onPress={() => onFilter({})}>
          Clear filters
        </Button>
      </li>
    </ul>
  );
};
