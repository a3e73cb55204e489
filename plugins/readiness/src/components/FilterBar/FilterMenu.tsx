import {
  Button,
  MenuAutocompleteListbox,
  MenuListBox,
  MenuListBoxItem,
  MenuTrigger,
} from '@backstage/ui';
import { formatQuantity, tokens } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import { FilterOption } from '../../lib/filterOptions';

/** From so many on, a list can be searched. */
const SEARCHABLE = 8;
const INDENT = 16;

const useStyles = makeStyles({
  item: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: 16,
    minWidth: 180,
  },
  count: { color: tokens.muted, fontVariantNumeric: 'tabular-nums' },
});

interface FilterMenuProps {
  /** `Level`. */
  word: string;
  options: readonly FilterOption[];
  selected: readonly string[];
  /** One value at most. */
  single?: boolean;
  onChange(selected: string[]): void;
}

/** A button that opens a list of values to choose, each with how many services have it. */
export const FilterMenu = (props: FilterMenuProps) => {
  const { word, options, selected, single = false, onChange } = props;
  const classes = useStyles();
  const List =
    options.length >= SEARCHABLE ? MenuAutocompleteListbox : MenuListBox;
  const count = selected.length > 0 ? ` (${selected.length})` : '';
  return (
    <MenuTrigger>
      <Button
        size="small"
        variant={selected.length > 0 ? 'primary' : 'secondary'}
        iconEnd={<ArrowDropDownIcon fontSize="inherit" />}
        isDisabled={options.length === 0}
      >
        {word}
        {count}
      </Button>
      <List
        aria-label={word}
        selectionMode={single ? 'single' : 'multiple'}
        selectedKeys={selected}
        onSelectionChange={keys =>
          onChange(
            keys === 'all'
              ? options.map(({ value }) => value)
              : [...keys].map(String),
          )
        }
        // Escape closes the list; it must not take the choices away.
        escapeKeyBehavior="none"
        maxHeight="min(360px, 50vh)"
      >
        {options.map(({ value, title, services, depth = 0 }) => (
          <MenuListBoxItem key={value} id={value} textValue={title}>
            <span className={classes.item}>
              <span style={{ paddingInlineStart: depth * INDENT }}>
                {title}
              </span>
              {services !== undefined && (
                <span className={classes.count}>
                  {formatQuantity(services)}
                </span>
              )}
            </span>
          </MenuListBoxItem>
        ))}
      </List>
    </MenuTrigger>
  );
};
