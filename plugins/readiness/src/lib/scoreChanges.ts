import {
  DimensionChange,
  ScoreChangeCause,
  ScoreChanges,
} from '@maestro-conductor/plugin-readiness-common';
import { formatPoints, formatScore } from '@maestro-conductor/ui';

/** Below what a screen shows, one digit after the point. */
const NOTICEABLE = 0.05;

/** Why points moved, in words. */
export const CAUSE_WORDS: Readonly<Record<ScoreChangeCause, string>> = {
  evidence: 'newer evidence',
  age: 'evidence grew older',
  rule: 'rule changed',
  applies: 'began or ceased to apply',
  unknown: 'cause not recorded',
};

/** Points with their sign: `−26`, `+4.5`; `±0` where they round to nothing. */
export function signedPoints(points: number): string {
  const size = formatPoints(Math.abs(points));
  if (size === '0') return '±0';
  return `${points > 0 ? '+' : '−'}${size}`;
}

/** A number of points in words: `1 point`, `−26 points`. */
export function pointsText(points: number): string {
  const text = signedPoints(points);
  return `${text} ${/^.1$/.test(text) ? 'point' : 'points'}`;
}

/** The whole change in one line: `0.98 → 0.72, −26 points`. */
export function changesHeadline(changes: ScoreChanges): string {
  const { before, after, change } = changes;
  const word = (score: number | undefined) =>
    score === undefined ? 'no data' : formatScore(score);
  if (!before) return `${word(after.score)}, nothing to compare with`;
  const parts = `${word(before.score)} → ${word(after.score)}`;
  return change === undefined ? parts : `${parts}, ${pointsText(change * 100)}`;
}

/** A dimension that moved, as a step of a fall or a rise. */
export interface ChangeStep extends DimensionChange {
  /** Where its bar begins and ends, as shares of the width, 0 to 1: it begins where that of the step before ends. */
  from: number;
  to: number;
}

/** The dimensions of a change: those to explain, and those that stand as they stood. */
export interface ChangeGroups {
  moved: ChangeStep[];
  unchanged: DimensionChange[];
  /** True where the moves do not add up to the change of the score: weights are shared among what applies. */
  uneven: boolean;
}

const isMoved = (item: DimensionChange) =>
  Math.abs(item.change) >= NOTICEABLE ||
  (item.verdictBefore !== undefined &&
    item.verdictBefore !== item.verdictAfter);

/** Puts each move where the one before it ended; together they fill the width. */
function changeSteps(moved: readonly DimensionChange[]): ChangeStep[] {
  const ends = moved.reduce(
    (sums, { change }) => [...sums, sums[sums.length - 1] + change],
    [0],
  );
  const lowest = Math.min(...ends);
  const width = Math.max(...ends) - lowest || 1;
  const share = (points: number) => (points - lowest) / width;
  return moved.map((item, index) => ({
    ...item,
    from: share(ends[index]),
    to: share(ends[index + 1]),
  }));
}

/** Splits the dimensions in those that moved, in points or in verdict, and the others. Keeps the order. */
export function changeGroups(changes: ScoreChanges): ChangeGroups {
  const moved = changeSteps(changes.items.filter(isMoved));
  const sum = changes.items.reduce((total, item) => total + item.change, 0);
  return {
    moved,
    unchanged: changes.items.filter(item => !isMoved(item)),
    uneven:
      changes.change !== undefined &&
      Math.abs(changes.change * 100 - sum) >= 2 * NOTICEABLE,
  };
}
