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
import { chartLines } from './chartLines';
import { SeriesChartProps } from './types';

const DAY_MS = 24 * 3_600_000;
const isoOf = (time: number) => new Date(time).toISOString();

/** The drawn part of a chart. A default export of its own, so that the chart library is loaded with the first chart only. */
const SeriesPlot = (props: SeriesChartProps) => {
  const { title, series, points, levels = [], domain, formatValue } = props;
  const { formatTick = formatValue } = props;
  const lines = chartLines(series);
  const rows = points.map(({ at, values }) => ({
    time: Date.parse(at),
    ...values,
  }));
  const span = (rows.at(-1)?.time ?? 0) - (rows[0]?.time ?? 0);
  // Within two days, days would all read the same.
  const tickOf = (time: number) =>
    span > 2 * DAY_MS ? formatDay(isoOf(time)) : isoOf(time).slice(11, 16);
  return (
    <ResponsiveContainer
      width="100%"
      height={CHART_HEIGHT}
      initialDimension={{ width: 600, height: CHART_HEIGHT }}
    >
      <LineChart
        data={rows}
        title={title}
        margin={{ top: 16, right: 24, bottom: 28, left: 16 }}
      >
        <CartesianGrid stroke={tokens.grid} vertical={false} />
        <XAxis
          dataKey="time"
          type="number"
          scale="time"
          domain={['dataMin', 'dataMax']}
          tickFormatter={tickOf}
          tick={AXIS_TEXT}
          minTickGap={48}
          stroke={tokens.muted}
          label={{
            value: props.xTitle ?? 'Time (UTC)',
            position: 'insideBottom',
            offset: -12,
            ...AXIS_TEXT,
          }}
        />
        <YAxis
          domain={domain ?? ['auto', 'auto']}
          tickFormatter={formatTick}
          tick={AXIS_TEXT}
          width={72}
          stroke={tokens.muted}
          label={{
            value: props.yTitle,
            angle: -90,
            position: 'insideLeft',
            offset: -4,
            style: { textAnchor: 'middle' },
            ...AXIS_TEXT,
          }}
        />
        <Tooltip
          labelFormatter={time => formatExactTime(isoOf(Number(time)))}
          formatter={(value, name) => {
            const line = lines.find(one => one.title === name);
            return (line?.formatValue ?? formatValue)(Number(value));
          }}
          {...TOOLTIP_STYLE}
        />
        {lines.length > 1 && (
          <Legend
            verticalAlign="bottom"
            iconType="plainline"
            // In the order of the lines, not of the alphabet.
            itemSorter={null}
            wrapperStyle={{ bottom: 0 }}
            formatter={name => (
              <span style={{ color: tokens.text }}>{name}</span>
            )}
          />
        )}
        {levels.map((level, index) => (
          <ReferenceLine
            key={level.label}
            y={level.value}
            stroke={tokens.threshold}
            strokeDasharray="6 4"
            ifOverflow="hidden"
            label={{
              value: level.label,
              // Above its line; by turns left and right, so that two close lines can both be read.
              position:
                index % 2 === 0 ? 'insideBottomLeft' : 'insideBottomRight',
              fill: tokens.threshold,
              fontSize: 12,
            }}
          />
        ))}
        {lines.map(({ id, title: name, stroke, width, dash }) => (
          <Line
            key={id}
            dataKey={id}
            name={name}
            type="linear"
            stroke={stroke}
            strokeWidth={width}
            strokeDasharray={dash}
            // A line of one point would not be seen.
            dot={
              points.filter(({ values }) => typeof values[id] === 'number')
                .length === 1
            }
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
};

export default SeriesPlot;
