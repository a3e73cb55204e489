import { useApi } from '@backstage/core-plugin-api';
import { Grid } from '@backstage/ui';
import {
  Objective,
  ObjectiveSeries,
} from '@maestro-conductor/plugin-slo-common';
import {
  Empty,
  formatMinutes,
  formatPercent,
  formatQuantity,
  LoadView,
  Section,
  SeriesChart,
  SeriesChartProps,
  useLoad,
} from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { sloApiRef } from '../../api';
import {
  budgetDomain,
  budgetLines,
  burnLines,
  ChartLines,
  countLines,
  hasValues,
} from '../../lib/charts';
import { factorText, rateText } from '../../lib/rateText';

const POINTS = 240;

interface ChartProps extends Omit<SeriesChartProps, 'series' | 'points'> {
  lines: ChartLines;
}

/** A chart where there is anything to draw; an empty one would read as zero. */
const Chart = ({ lines, ...props }: ChartProps) =>
  hasValues(lines) ? (
    <SeriesChart {...props} {...lines} />
  ) : (
    <Empty
      title="Nothing was seen in this window"
      nextStep="The chart begins with the first sample."
    />
  );

const percent = (share: number) =>
  share < 0 ? `−${formatPercent(-share)}` : formatPercent(share);

interface ChartSectionsProps {
  objective: Objective;
}

/** How the budget went, how fast it burned, and what was counted, over the window. */
export const ChartSections = ({ objective }: ChartSectionsProps) => {
  const { id, alertRows, window } = objective;
  const api = useApi(sloApiRef);
  const load = useLoad(
    useCallback(
      signal => api.getSeries({ id, points: POINTS }, signal),
      [api, id],
    ),
  );
  const noun =
    objective.budgetingMethod === 'Occurrences' ? 'events' : 'samples';
  const per = ({ stepMinutes }: ObjectiveSeries) => formatMinutes(stepMinutes);
  return (
    <>
      <Section
        title="Budget left"
        subtitle={
          window.kind === 'calendar'
            ? 'Of the budget of the whole period: it never rises. The dashed line spends it evenly.'
            : 'Of the window that ends at each point: it rises again as old errors leave the window.'
        }
      >
        <LoadView load={load} what="the budget over time" lines={6}>
          {series => (
            <Chart
              title="Budget left"
              lines={budgetLines(series)}
              levels={[{ value: 0, label: 'used up' }]}
              yTitle="Budget left (%)"
              domain={budgetDomain(series)}
              formatValue={percent}
              formatTick={value => `${Math.round(value * 100)} %`}
            />
          )}
        </LoadView>
      </Section>
      {!(load.error && !load.value) && (
        <>
          <Section
            title="Burn rates"
            subtitle="1× spends the budget in exactly one window."
          >
            <LoadView load={load} what="the burn rates" lines={6}>
              {series => (
                <Chart
                  title="Burn rates"
                  lines={burnLines(series, alertRows)}
                  levels={alertRows.map(({ factor, longMinutes }) => ({
                    value: factor,
                    label: `${factorText(factor)} over ${formatMinutes(
                      longMinutes,
                    )}`,
                  }))}
                  yTitle="Burn rate (×)"
                  domain={[0, 'auto']}
                  formatValue={value => rateText(value)}
                  formatTick={factorText}
                />
              )}
            </LoadView>
          </Section>
          <Grid.Root columns={{ initial: '1', md: '2' }} gap="4">
            <Section title="Errors" subtitle={`Bad ${noun} in each step.`}>
              <LoadView load={load} what="the errors" lines={6}>
                {series => (
                  <Chart
                    title="Errors"
                    lines={countLines(series, 'bad', `Bad ${noun}`)}
                    yTitle={`Bad ${noun} per ${per(series)}`}
                    domain={[0, 'auto']}
                    formatValue={value => formatQuantity(value)}
                  />
                )}
              </LoadView>
            </Section>
            <Section title="Requests" subtitle={`All ${noun} in each step.`}>
              <LoadView load={load} what="the requests" lines={6}>
                {series => (
                  <Chart
                    title="Requests"
                    lines={countLines(series, 'total', `All ${noun}`)}
                    yTitle={`All ${noun} per ${per(series)}`}
                    domain={[0, 'auto']}
                    formatValue={value => formatQuantity(value)}
                  />
                )}
              </LoadView>
            </Section>
          </Grid.Root>
        </>
      )}
    </>
  );
};
