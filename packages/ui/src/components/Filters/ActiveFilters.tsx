import { Button } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import { useEffect, useRef } from 'react';
import { ActiveFilter } from './types';

const useStyles = makeStyles({
  root: {
    outline: 'none',
    // Where nothing narrows the list it takes no place, gaps around it included.
    '&:empty': { position: 'absolute' },
  },
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: 8,
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
});

/** @public */
export interface ActiveFiltersProps<Filter> {
  filters: ReadonlyArray<ActiveFilter<Filter>>;
  /** Called with the filter that is left when one is taken away. */
  onFilter(filter: Filter): void;
  /** Takes all away; offered where there is more than one. */
  onClear(): void;
}

/**
 * What narrows a list: each can be taken away, or all at once. The focus stays here: on the next one, then on the one before, and
 * after the last on their place, so that the tab key goes on from there.
 *
 * @public
 */
export function ActiveFilters<Filter>(props: ActiveFiltersProps<Filter>) {
  const { filters, onFilter, onClear } = props;
  const classes = useStyles();
  const root = useRef<HTMLDivElement>(null);
  const removed = useRef<number>();
  const shown = filters.map(({ text }) => text).join('\n');

  useEffect(() => {
    if (removed.current === undefined || !root.current) return;
    const buttons = root.current.querySelectorAll('button');
    const next = Math.min(removed.current, buttons.length - 1);
    removed.current = undefined;
    (buttons[next] ?? root.current).focus();
  }, [shown]);

  return (
    <div ref={root} className={classes.root} tabIndex={-1}>
      {filters.length > 0 && (
        <ul className={classes.list} aria-label="Active filters">
          {filters.map(({ text, without }, index) => (
            <li key={text}>
              <Button
                size="small"
                variant="secondary"
                iconEnd={<CloseIcon fontSize="inherit" />}
                aria-label={`Remove filter ${text}`}
                onPress={() => {
                  removed.current = index;
                  onFilter(without);
                }}
              >
                {text}
              </Button>
            </li>
          ))}
          {filters.length > 1 && (
            <li>
              <Button
                size="small"
                variant="tertiary"
                onPress={() => {
                  removed.current = 0;
                  onClear();
                }}
              >
                Clear all
              </Button>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
