import { makeStyles } from '@material-ui/core/styles';
import { formatExactTime } from '../../formats/formatExactTime';
import { scrollableRegion } from '../../theme/tokens';
import { DataTable } from '../DataTable/DataTable';
import { TrendChartProps, TrendPoint } from './types';

const useStyles = makeStyles({
  scroll: { maxHeight: 320, overflow: 'auto' },
});

/** The values of a trend as a table, newest first. */
export const TrendTable = (props: TrendChartProps) => {
  const { title, points, yTitle, formatValue } = props;
  const classes = useStyles();
  return (
    <div
      className={classes.scroll}
      {...scrollableRegion}
      aria-label={`${title}, as a table`}
    >
      <DataTable<TrendPoint>
        caption={title}
        rows={[...points].reverse()}
        rowKey={point => point.at}
        columns={[
          {
            id: 'at',
            header: 'Time',
            rowHeader: true,
            cell: point => formatExactTime(point.at),
          },
          {
            id: 'value',
            header: yTitle,
            align: 'right',
            cell: point =>
              point.value === undefined ? 'no data' : formatValue(point.value),
          },
          {
            id: 'origin',
            header: 'Origin',
            cell: point =>
              point.reconstructed ? 'worked out afterwards' : 'measured',
          },
        ]}
      />
    </div>
  );
};
