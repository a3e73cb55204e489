import { makeStyles } from '@material-ui/core/styles';
import { formatExactTime } from '../../formats/formatExactTime';
import { DataTable } from '../DataTable/DataTable';
import { ScrollRegion } from '../ScrollRegion/ScrollRegion';
import { TrendChartProps, TrendPoint } from './types';

const useStyles = makeStyles({
  scroll: { maxHeight: 320 },
});

/** The values of a trend as a table, newest first. */
export const TrendTable = (props: TrendChartProps) => {
  const { title, points, yTitle, formatValue } = props;
  const classes = useStyles();
  return (
    <ScrollRegion label={`${title}, as a table`} className={classes.scroll}>
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
    </ScrollRegion>
  );
};
