import { BgProvider } from '@backstage/ui';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import { tokens } from '../../theme/tokens';
import { DataColumn, DataExpansion } from './types';

const useStyles = makeStyles({
  cell: {
    color: tokens.text,
    fontFamily: tokens.font,
    fontSize: 'var(--bui-font-size-3)',
    lineHeight: 1.45,
    borderBottom: `1px solid ${tokens.line}`,
    // First lines stand on one line, whatever is taller: a chip, a bar, a button.
    verticalAlign: 'baseline',
    padding: '8px',
    wordBreak: 'normal',
    overflowWrap: 'break-word',
  },
  row: { '&&': { background: 'transparent' } },
  header: { fontWeight: 600 },
  toggle: { width: 32, padding: '2px 0', verticalAlign: 'middle' },
  detail: { background: tokens.sunken, padding: 16 },
});

interface DataRowProps<T> {
  row: T;
  rowKey: string;
  /** Id of the row that shows more. */
  detailId: string;
  columns: ReadonlyArray<DataColumn<T>>;
  expansion?: DataExpansion<T>;
}

/** A row and, where it is open, the row below it that shows more. */
export function DataRow<T>(props: DataRowProps<T>) {
  const { row, rowKey, detailId, columns, expansion } = props;
  const classes = useStyles();
  const open = expansion !== undefined && expansion.open === rowKey;
  return (
    <>
      <TableRow role="row" className={classes.row}>
        {expansion && (
          <TableCell
            role="cell"
            className={`${classes.cell} ${classes.toggle}`}
            data-toggle
          >
            <IconButton
              size="small"
              color="inherit"
              aria-label={`Details: ${expansion.label(row)}`}
              aria-expanded={open}
              aria-controls={open ? detailId : undefined}
              onClick={() => expansion.onChange(open ? undefined : rowKey)}
            >
              {open ? <ExpandMoreIcon /> : <ChevronRightIcon />}
            </IconButton>
          </TableCell>
        )}
        {columns.map(({ id, header, cell, align, rowHeader }) => (
          <TableCell
            key={id}
            role="cell"
            data-label={header}
            align={align}
            className={`${classes.cell} ${rowHeader ? classes.header : ''}`}
            {...(rowHeader && {
              component: 'th',
              scope: 'row',
              role: 'rowheader',
            })}
          >
            <div>{cell(row)}</div>
          </TableCell>
        ))}
      </TableRow>
      {expansion && open && (
        <TableRow role="row" id={detailId}>
          <TableCell
            role="cell"
            colSpan={columns.length + 1}
            className={classes.detail}
          >
            <BgProvider bg="neutral-2">{expansion.render(row)}</BgProvider>
          </TableCell>
        </TableRow>
      )}
    </>
  );
}
