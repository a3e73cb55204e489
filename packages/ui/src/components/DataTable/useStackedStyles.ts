import { makeStyles } from '@material-ui/core/styles';
import { NARROW } from '../../theme/narrow';
import { tokens } from '../../theme/tokens';
import { hidden } from './hidden';

/**
 * A table on a phone: each row is a block, its name on top, then one line per cell with the name of the column beside the value.
 * The columns that the server can sort by stand in one line above. Parts of a table that are not laid out as one lose their roles
 * in some browsers: the table states them.
 */
export const useStackedStyles = makeStyles({
  table: {
    [NARROW]: {
      '&, & tbody': { display: 'block' },
      '& tbody > tr': {
        display: 'block',
        position: 'relative',
        padding: '10px 0',
        borderBottom: `1px solid ${tokens.line}`,
      },
      '& tbody > tr > *': {
        display: 'grid',
        gridTemplateColumns: 'minmax(88px, 32%) minmax(0, 1fr)',
        columnGap: 12,
        alignItems: 'baseline',
        padding: '3px 0',
        border: 0,
        textAlign: 'left',
      },
      // The last cell of a row has a wider margin of its own.
      '& tbody > tr > :last-child': { paddingRight: 0 },
      '& tbody > tr > [data-label]::before': {
        content: 'attr(data-label)',
        color: tokens.muted,
        fontSize: 'var(--bui-font-size-2)',
      },
      '& tbody > tr > [role=rowheader], & tbody > tr > [colspan]': {
        display: 'block',
      },
      '& tbody > tr > [role=rowheader]::before': { content: 'none' },
      // Beside the name of its row, at the end of the line.
      '& tbody > tr > [data-toggle]': {
        display: 'block',
        position: 'absolute',
        top: 6,
        right: 0,
        width: 'auto',
        zIndex: 1,
      },
      '& tbody > tr > [data-toggle] ~ [role=rowheader]': { paddingRight: 40 },
      '& tbody > tr > [colspan]': { padding: 12 },
      '& thead:not([data-sortable]), & thead th:not([data-sortable])': hidden,
      '& thead[data-sortable]': {
        display: 'block',
        borderBottom: `1px solid ${tokens.line}`,
      },
      '& thead[data-sortable] > tr': {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'baseline',
        columnGap: 12,
        paddingBottom: 4,
        '&::before': {
          content: '"Sort by"',
          color: tokens.muted,
          fontSize: 'var(--bui-font-size-2)',
        },
      },
      // Without the place that a wide table keeps for the arrow.
      '& thead .MuiTableSortLabel-root': { flexDirection: 'row' },
      '& thead .MuiTableSortLabel-root:not(.MuiTableSortLabel-active) svg': {
        display: 'none',
      },
      '& thead th[data-sortable]': {
        display: 'block',
        padding: '4px 0',
        border: 0,
        // Set on the element itself.
        minWidth: '0 !important',
      },
    },
  },
});
