import { TrendMark } from './types';

/** As a share of the plot's width: nearer than this, two labels would stand on each other. */
const ROOM = 0.12;

/**
 * The marks whose label has room: of several close together, the last. Marks are oldest first; `from` and `to` are the ends of the
 * plot, in milliseconds since 1970.
 *
 * @internal
 */
export function labelledMarks(
  marks: readonly TrendMark[],
  from: number,
  to: number,
): ReadonlySet<TrendMark> {
  const labelled = new Set<TrendMark>();
  let next = Infinity;
  for (const mark of [...marks].reverse()) {
    const time = Date.parse(mark.at);
    if (next - time < ROOM * (to - from)) continue;
    labelled.add(mark);
    next = time;
  }
  return labelled;
}
