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
import { tokens } from '../../theme/tokens';
import { trendRows } from './trendRows';
import { TrendChartProps } from './types';

const HEIGHT = 280;
const AXIS = { fill: tokens.muted, fontSize: 12 };
const isoOf = (time: number) => new Date(time).toISOString();

/** The drawn part of a trend. A default export of its own, so that the chart library is loaded with the first chart only. */
const TrendPlot = (props: TrendChartProps) => {
  const { title, points, marks = [], threshold, domain, formatValue } = props;
  const rows = trendRows(points);
  const dashed = points.some(point => point.reconstructed);
  const lines = [
    { key: 'measured', name: 'Measured', dash: undefined },
    ...(dashed
      ? [{ key: 'reconstructed', name: 'Worked out afterwards', dash: '5 4' }]
      : []),
  ];
  return (
    <ResponsiveContainer
      width="100%"
      height={HEIGHT}
      initialDimension={{ width: 600, height: HEIGHT }}
    >
      <LineChart
        data={rows}
        title={title}
        margin={{ top: 24, right: 24, bottom: 24, left: 8 }}
      >
        <CartesianGrid stroke={tokens.grid} vertical={false} />
        <XAxis
          dataKey="time"
          type="number"
          scale="time"
          domain={['dataMin', 'dataMax']}
          tickFormatter={time => formatDay(isoOf(time))}
          tick={AXIS}
          minTickGap={48}
          stroke={tokens.muted}
          label={{
            value: props.xTitle ?? 'Day (UTC)',
            position: 'insideBottom',
            offset: -12,
            ...AXIS,
          }}
        />
        <YAxis
          domain={domain}
          tick={AXIS}
          stroke={tokens.muted}
          label={{
            value: props.yTitle,
            angle: -90,
            position: 'insideLeft',
            style: { textAnchor: 'middle' },
            ...AXIS,
          }}
        />
        <Tooltip
          labelFormatter={time => formatExactTime(isoOf(Number(time)))}
          formatter={value => formatValue(Number(value))}
          contentStyle={{
            background: tokens.surface,
            borderColor: tokens.line,
            color: tokens.text,
          }}
          itemStyle={{ color: tokens.text }}
        />
        {lines.length > 1 && (
          <Legend verticalAlign="top" iconType="plainline" />
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
            label={{ value: mark.label, position: 'top', ...AXIS }}
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
            dot={rows.length === 1}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
};

export default TrendPlot;
