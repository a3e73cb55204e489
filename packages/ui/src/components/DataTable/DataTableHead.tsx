import { VisuallyHidden } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { tokens } from '../../theme/tokens';
import { DataColumn, DataSort } from './types';

const useStyles = makeStyles({
  // Lies on whatever the table lies on.
  row: { '&&': { background: 'transparent' } },
  cell: {
    color: tokens.muted,
    fontFamily: tokens.font,
    fontSize: 'var(--bui-font-size-2)',
    background: 'transparent',
    borderBottom: `1px solid ${tokens.line}`,
    fontWeight: 600,
    lineHeight: 1.35,
    padding: '8px',
    verticalAlign: 'bottom',
    whiteSpace: 'normal',
    wordBreak: 'normal',
  },
  label: {
    font: 'inherit',
    '&&': { color: 'inherit' },
    '&&:hover': { color: tokens.text },
  },
});

interface DataTableHeadProps<T> {
  columns: ReadonlyArray<DataColumn<T>>;
  sort?: DataSort;
  onSort?(sort: DataSort): void;
  expandable: boolean;
}

/** Enough that a name of two words wraps between them. */
const NAME_WIDTH = 140;

const DIRECTION = { asc: 'ascending', desc: 'descending' } as const;

/** The names of the columns; those that the server can sort by are buttons. */
export function DataTableHead<T>(props: DataTableHeadProps<T>) {
  const { columns, sort, onSort, expandable } = props;
  const classes = useStyles();
  const sorts = ({ sortable }: DataColumn<T>) =>
    Boolean(sortable && onSort) || undefined;
  return (
    <TableHead role="rowgroup" data-sortable={columns.some(sorts) || undefined}>
      <TableRow role="row" className={classes.row}>
        {expandable && (
          <TableCell className={classes.cell} role="columnheader">
            <VisuallyHidden>Details</VisuallyHidden>
          </TableCell>
        )}
        {columns.map(column => {
          const { id, header, align, rowHeader, minWidth } = column;
          const order = sort?.column === id ? sort.order : undefined;
          return (
            <TableCell
              key={id}
              role="columnheader"
              scope="col"
              data-sortable={sorts(column)}
              align={align}
              className={classes.cell}
              style={{ minWidth: minWidth ?? (rowHeader ? NAME_WIDTH : 0) }}
              aria-sort={order && DIRECTION[order]}
            >
              {column.sortable && onSort ? (
                <TableSortLabel
                  className={classes.label}
                  active={order !== undefined}
                  direction={order ?? 'asc'}
                  onClick={() =>
                    onSort({
                      column: id,
                      order: order === 'asc' ? 'desc' : 'asc',
                    })
                  }
                >
                  {header}
                </TableSortLabel>
              ) : (
                header
              )}
            </TableCell>
          );
        })}
      </TableRow>
    </TableHead>
  );
}
