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
import { tokens } from '../../theme/tokens';

const useStyles = makeStyles({
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
 * `@backstage/ui` cannot.
 *
 * @public
 */
export function DataTable<T>(props: DataTableProps<T>) {
  const { caption, columns, rows, rowKey, sort, onSort, expansion } = props;
  const { paging, busy = false, empty } = props;
  const classes = useStyles();
  const id = useId();
  const width = columns.length + (expansion ? 1 : 0);
  return (
    <div>
      <ScrollRegion label={`${caption}: table`}>
        <Table
          size="small"
          aria-label={caption}
          aria-busy={busy}
          className={busy ? classes.busy : undefined}
        >
          <DataTableHead
            columns={columns}
            sort={sort}
            onSort={onSort}
            expandable={expansion !== undefined}
          />
          <TableBody>
            {rows.length === 0 && empty !== undefined && (
              <TableRow>
                <TableCell colSpan={width} className={classes.empty}>
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
