import {
  Button,
  MenuAutocompleteListbox,
  MenuListBox,
  MenuListBoxItem,
  MenuTrigger,
} from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import { formatQuantity } from '../../formats';
import { tokens } from '../../theme/tokens';
import { FilterOption } from './types';

/** From so many on, a list can be searched. */
const SEARCHABLE = 8;
const INDENT = 16;

const useStyles = makeStyles({
  item: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: 16,
    // Wide enough that the counts stand below each other.
    minWidth: 'min(240px, 60vw)',
  },
  count: { color: tokens.muted, fontVariantNumeric: 'tabular-nums' },
});

/** @public */
export interface FilterMenuProps {
  /** What is chosen here: `Level`. */
  word: string;
  /** Where there are none, the button cannot be pressed. */
  options: readonly FilterOption[];
  /** Values of options. */
  selected: readonly string[];
  /** One value at most. */
  single?: boolean;
  onChange(selected: string[]): void;
}

// A list takes no empty key, and '' is a value here.
const keyOf = (value: string) => `=${value}`;
const valueOf = (key: unknown) => String(key).slice(1);

/** A button that opens the values to choose from, each with how many have it; a long list can be searched. @public */
export const FilterMenu = (props: FilterMenuProps) => {
  const { word, options, selected, single = false, onChange } = props;
  const classes = useStyles();
  const searchable = options.length >= SEARCHABLE;
  const List = searchable ? MenuAutocompleteListbox : MenuListBox;
  // Once it is opened the arrow keys work at once; in a long list the search comes first.
  const focus = { autoFocus: !searchable && ('first' as const) };
  return (
    <MenuTrigger>
      <Button
        size="small"
        variant={selected.length > 0 ? 'primary' : 'secondary'}
        iconEnd={<ArrowDropDownIcon fontSize="inherit" />}
        isDisabled={options.length === 0}
      >
        {selected.length > 0 ? `${word} (${selected.length})` : word}
      </Button>
      <List
        aria-label={word}
        selectionMode={single ? 'single' : 'multiple'}
        selectedKeys={selected.map(keyOf)}
        onSelectionChange={keys =>
          onChange(
            keys === 'all'
              ? options.map(({ value }) => value)
              : [...keys].map(valueOf),
          )
        }
        {...focus}
        // Escape closes the list; by default it would take the choices away too.
        escapeKeyBehavior="none"
        maxHeight="min(360px, 50vh)"
      >
        {options.map(({ value, title, count, depth = 0 }) => (
          <MenuListBoxItem key={value} id={keyOf(value)} textValue={title}>
            <span className={classes.item}>
              <span style={{ paddingInlineStart: depth * INDENT }}>
                {title}
              </span>
              {count !== undefined && (
                <span className={classes.count}>{formatQuantity(count)}</span>
              )}
            </span>
          </MenuListBoxItem>
        ))}
      </List>
    </MenuTrigger>
  );
};
