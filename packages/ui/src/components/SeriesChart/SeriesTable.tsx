import { makeStyles } from '@material-ui/core/styles';
import { formatExactTime } from '../../formats/formatExactTime';
import { DataTable } from '../DataTable/DataTable';
import { ScrollRegion } from '../ScrollRegion/ScrollRegion';
import { SeriesChartPoint, SeriesChartProps } from './types';

const useStyles = makeStyles({
  scroll: { maxHeight: 320 },
});

/** The values of a chart as a table, newest first. */
export const SeriesTable = (props: SeriesChartProps) => {
  const { title, points, series, formatValue } = props;
  const classes = useStyles();
  return (
    <ScrollRegion label={`${title}, as a table`} className={classes.scroll}>
      <DataTable<SeriesChartPoint>
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
          ...series.map(({ id, title: header, formatValue: own }) => ({
            id,
            header,
            align: 'right' as const,
            cell: ({ values }: SeriesChartPoint) => {
              const value = values[id];
              return value === undefined || value === null
                ? 'no data'
                : (own ?? formatValue)(value);
            },
          })),
        ]}
      />
    </ScrollRegion>
  );
};
