import { ScoreHistory } from '@maestro-conductor/plugin-readiness-common';
import { TrendMark, TrendPoint } from '@maestro-conductor/ui';

/** A history as the chart wants it. */
export interface HistoryView {
  points: TrendPoint[];
  marks: TrendMark[];
}

export function historyView(history: ScoreHistory): HistoryView {
  return {
    points: history.items.map(({ at, score, reconstructed }) => ({
      at,
      value: score,
      reconstructed,
    })),
    marks: history.definitionChanges.map(({ at, version, summary }) => ({
      at,
      label: `scorecard v${version}`,
      summary,
    })),
  };
}
