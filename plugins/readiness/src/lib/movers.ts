import { ScoreListItem } from '@maestro-conductor/plugin-readiness-common';
import { isNoticeable } from './isNoticeable';

/** A service whose score changed. */
export type Mover = ScoreListItem & { change: number };

/** The services that moved most, up or down, most first; each once. */
export function movers(...lists: Array<readonly ScoreListItem[]>): Mover[] {
  const byRef = new Map<string, Mover>();
  for (const item of lists.flat()) {
    const { change, entityRef } = item;
    if (change !== undefined && isNoticeable(change)) {
      byRef.set(entityRef, { ...item, change });
    }
  }
  return [...byRef.values()]
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
    .slice(0, 3);
}
