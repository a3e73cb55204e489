import { ScoreHistoryPoint } from '@maestro-conductor/plugin-readiness-common';

const DAY = 24 * 60 * 60 * 1000;

/** How a score moved. */
export interface ScoreTrend {
  /** Score now less the score then. */
  change: number;
  /** ISO 8601: the moment that it is compared with. */
  since: string;
  /** Name of the dimension that moved most in the direction of the change; absent where nothing moved. */
  dimension?: string;
  /** True where the rule was another then: the two do not compare fully. */
  ruleChanged: boolean;
}

type Scored = ScoreHistoryPoint & { score: number };
const isScored = (point: ScoreHistoryPoint): point is Scored =>
  point.score !== undefined;

function mover(from: Scored, to: Scored): string | undefined {
  const direction = Math.sign(to.score - from.score);
  const moves = Object.keys(to.points)
    .filter(name => name in from.points)
    .map(name => ({
      name,
      by: (to.points[name] - from.points[name]) * direction,
    }))
    .filter(({ by }) => by > 0)
    .sort((a, b) => b.by - a.by);
  return moves[0]?.name;
}

/**
 * The last score against the latest that is at least `days` days older, or against the oldest where none is that old. Undefined
 * with fewer than two scores. Points are oldest first.
 */
export function scoreTrend(
  points: readonly ScoreHistoryPoint[],
  days = 7,
): ScoreTrend | undefined {
  const scored = points.filter(isScored);
  const last = scored.at(-1);
  if (!last || scored.length < 2) return undefined;
  const before = Date.parse(last.at) - days * DAY;
  const then =
    scored.filter(({ at }) => Date.parse(at) <= before).at(-1) ?? scored[0];
  return {
    change: last.score - then.score,
    since: then.at,
    dimension: mover(then, last),
    ruleChanged: then.definitionVersion !== last.definitionVersion,
  };
}
