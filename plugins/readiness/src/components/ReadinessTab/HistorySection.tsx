import { ScoreHistory } from '@maestro-conductor/plugin-readiness-common';
import {
  Empty,
  formatScore,
  Load,
  LoadView,
  Section,
  TrendChart,
} from '@maestro-conductor/ui';
import { historyView } from '../../lib/historyView';

interface HistorySectionProps {
  history: Load<ScoreHistory>;
  /** Of the scorecard today; left out while it is not known. */
  threshold?: number;
}

const TITLE = 'Score over 90 days';

/** The score over time, with the changes of the scorecard. */
export const HistorySection = ({ history, threshold }: HistorySectionProps) => (
  <Section
    title={TITLE}
    subtitle="Each value as it was judged then. Dashed: worked out afterwards, from evidence of that day."
  >
    <LoadView load={history} what="the history" lines={6}>
      {value => {
        const { points, marks } = historyView(value);
        return points.length > 0 ? (
          <TrendChart
            title={TITLE}
            points={points}
            marks={marks}
            yTitle="Score (0 to 1)"
            domain={[0, 1]}
            formatValue={score => score.toFixed(4)}
            threshold={
              threshold === undefined
                ? undefined
                : {
                    value: threshold,
                    label: `threshold ${formatScore(threshold)}`,
                  }
            }
          />
        ) : (
          <Empty
            title="No history yet"
            nextStep="The score is kept at each change and once a day: the first value appears after the first evaluation."
          />
        );
      }}
    </LoadView>
  </Section>
);
