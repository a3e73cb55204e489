import {
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatDay } from '../../formats/formatDay';
import { formatExactTime } from '../../formats/formatExactTime';
import { AXIS_TEXT, CHART_HEIGHT, TOOLTIP_STYLE } from '../../theme/chart';
import { tokens } from '../../theme/tokens';
import { labelledMarks } from './labelledMarks';
import { trendRows } from './trendRows';
import { TrendChartProps } from './types';

const isoOf = (time: number) => new Date(time).toISOString();

/** The drawn part of a trend. A default export of its own, so that the chart library is loaded with the first chart only. */
const TrendPlot = (props: TrendChartProps) => {
  const { title, points, marks = [], threshold, domain, formatValue } = props;
  const rows = trendRows(points);
  const from = rows[0]?.time ?? 0;
  const to = rows.at(-1)?.time ?? 0;
  const middle = (from + to) / 2;
  const labelled = labelledMarks(marks, from, to);
  const dashed = points.some(point => point.reconstructed);
  const lines = [
    { key: 'measured' as const, name: 'Measured', dash: undefined },
    ...(dashed
      ? [
          {
            key: 'reconstructed' as const,
            name: 'Worked out afterwards',
            dash: '5 4',
          },
        ]
      : []),
  ];
  return (
    <ResponsiveContainer
      width="100%"
      height={CHART_HEIGHT}
      initialDimension={{ width: 600, height: CHART_HEIGHT }}
    >
      <LineChart
        data={rows}
        title={title}
        margin={{ top: 28, right: 24, bottom: 28, left: 8 }}
      >
        <CartesianGrid stroke={tokens.grid} vertical={false} />
        <XAxis
          dataKey="time"
          type="number"
          scale="time"
          domain={['dataMin', 'dataMax']}
          tickFormatter={time => formatDay(isoOf(time))}
          tick={AXIS_TEXT}
          minTickGap={48}
          stroke={tokens.muted}
          label={{
            value: props.xTitle ?? 'Day (UTC)',
            position: 'insideBottom',
            offset: -12,
            ...AXIS_TEXT,
          }}
        />
        <YAxis
          domain={domain}
          tick={AXIS_TEXT}
          stroke={tokens.muted}
          label={{
            value: props.yTitle,
            angle: -90,
            position: 'insideLeft',
            style: { textAnchor: 'middle' },
            ...AXIS_TEXT,
          }}
        />
        <Tooltip
          labelFormatter={time => formatExactTime(isoOf(Number(time)))}
          formatter={value => formatValue(Number(value))}
          {...TOOLTIP_STYLE}
        />
        {lines.length > 1 && (
          <Legend
            verticalAlign="bottom"
            iconType="plainline"
            wrapperStyle={{ bottom: 0 }}
          />
        )}
        {threshold && (
          <ReferenceLine
            y={threshold.value}
            stroke={tokens.threshold}
            strokeDasharray="6 4"
            label={{
              value: threshold.label,
              position: 'insideTopRight',
              fill: tokens.threshold,
              fontSize: 12,
            }}
          />
        )}
        {marks.map(mark => (
          <ReferenceLine
            key={`${mark.at} ${mark.label}`}
            x={Date.parse(mark.at)}
            stroke={tokens.muted}
            strokeDasharray="2 3"
            label={{
              value: labelled.has(mark) ? mark.label : '',
              // Towards the middle of the plot, where there is room for it.
              position:
                Date.parse(mark.at) > middle
                  ? 'insideTopRight'
                  : 'insideTopLeft',
              dy: -20,
              ...AXIS_TEXT,
            }}
          />
        ))}
        {lines.map(({ key, name, dash }) => (
          <Line
            key={key}
            dataKey={key}
            name={name}
            type="linear"
            stroke={tokens.series}
            strokeWidth={2}
            strokeDasharray={dash}
            // A line of one point would not be seen.
            dot={rows.filter(row => row[key] !== undefined).length === 1}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
};

export default TrendPlot;
