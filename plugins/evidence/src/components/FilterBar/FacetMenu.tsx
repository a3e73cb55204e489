import {
  Button,
  MenuListBox,
  MenuListBoxItem,
  MenuTrigger,
} from '@backstage/ui';
import { formatQuantity, tokens } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import { FacetOption } from '../../lib/facetOptions';

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

interface FacetMenuProps {
  word: string;
  options: readonly FacetOption[];
  selected: readonly string[];
  /** One value at most. */
  single?: boolean;
  onChange(selected: string[]): void;
}

// A menu takes no empty key, and '' is a value here.
const keyOf = (value: string) => `=${value}`;
const valueOf = (key: unknown) => String(key).slice(1);

/** A button that opens the values to choose from, each with how many records have it. */
export const FacetMenu = (props: FacetMenuProps) => {
  const { word, options, selected, single = false, onChange } = props;
  const classes = useStyles();
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
      <MenuListBox
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
        // Escape closes the menu; by default it would take the choice away too.
        escapeKeyBehavior="none"
        maxHeight="min(360px, 50vh)"
      >
        {options.map(({ value, text, count }) => (
          <MenuListBoxItem key={value} id={keyOf(value)} textValue={text}>
            <span className={classes.item}>
              <span>{text}</span>
              {count !== undefined && (
                <span className={classes.count}>{formatQuantity(count)}</span>
              )}
            </span>
          </MenuListBoxItem>
        ))}
      </MenuListBox>
    </MenuTrigger>
  );
};
