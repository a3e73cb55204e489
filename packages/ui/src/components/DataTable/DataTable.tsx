import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { useId } from 'react';
import { ScrollRegion } from '../ScrollRegion/ScrollRegion';
import { DataRow } from './DataRow';
import { DataTableHead } from './DataTableHead';
import { DataTablePager } from './DataTablePager';
import { DataTableProps } from './types';
import { useStackedStyles } from './useStackedStyles';
import { useTiledStyles } from './useTiledStyles';
import { NARROW } from '../../theme/narrow';
import { tokens } from '../../theme/tokens';

const useStyles = makeStyles({
  frame: {
    maxHeight: '75vh',
    [NARROW]: { maxHeight: 'none' },
    // Borders of collapsed cells stay behind when the cells stick.
    '& table': { borderCollapse: 'separate' },
    // Whole pixels: where rows begin between two, a cell that sticks covers the line above it.
    '& th, & td': { lineHeight: '20px' },
    '& tbody tr > *': { verticalAlign: 'middle' },
    '& thead th': {
      position: 'sticky',
      top: 0,
      zIndex: 1,
      background: tokens.surface,
    },
    '& tr > :first-child': {
      position: 'sticky',
      left: 0,
      zIndex: 1,
      background: tokens.surface,
    },
    '& thead tr > :first-child': { zIndex: 2 },
  },
  busy: { opacity: 0.6 },
  empty: {
    background: tokens.surface,
    color: tokens.text,
    fontFamily: tokens.font,
    borderBottom: 0,
  },
});

/**
 * A table whose rows the server sorts and pages. Plain table markup, because rows here can open to show more, which the table of
 * `@backstage/ui` cannot. On a phone each row is a block of labelled values: one to a line, or several where the table is `sticky`.
 *
 * @public
 */
export function DataTable<T>(props: DataTableProps<T>) {
  const { caption, columns, rows, rowKey, sort, onSort, expansion } = props;
  const { paging, busy = false, empty, sticky = false } = props;
  const classes = useStyles();
  const stacked = useStackedStyles();
  const tiled = useTiledStyles();
  const id = useId();
  const width = columns.length + (expansion ? 1 : 0);
  return (
    <div>
      <ScrollRegion
        label={`${caption}: table`}
        className={sticky ? classes.frame : undefined}
      >
        <Table
          size="small"
          role="table"
          aria-label={caption}
          aria-busy={busy}
          className={`${sticky ? tiled.table : stacked.table} ${
            busy ? classes.busy : ''
          }`}
        >
          <DataTableHead
            columns={columns}
            sort={sort}
            onSort={onSort}
            expandable={expansion !== undefined}
          />
          <TableBody role="rowgroup">
            {rows.length === 0 && empty !== undefined && (
              <TableRow role="row">
                <TableCell
                  role="cell"
                  colSpan={width}
                  className={classes.empty}
                >
                  {empty}
                </TableCell>
              </TableRow>
            )}
            {rows.map((row, index) => (
              <DataRow
                key={rowKey(row)}
                row={row}
                rowKey={rowKey(row)}
                detailId={`${id}-${index}`}
                columns={columns}
                expansion={expansion}
              />
            ))}
          </TableBody>
        </Table>
      </ScrollRegion>
      {paging && <DataTablePager paging={paging} shown={rows.length} />}
    </div>
  );
}
