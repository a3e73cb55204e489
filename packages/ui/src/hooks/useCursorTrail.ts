import { useCallback, useRef } from 'react';

/** @public */
export interface CursorTrail {
  /** Remember that `next` was reached from `from`; undefined is the first page. */
  follow(from: string | undefined, next: string): void;
  /** The page before `cursor`: known only where this screen walked there, not behind a link from elsewhere. */
  before(cursor: string): { known: boolean; cursor?: string };
}

/**
 * Cursors lead forward only. This remembers the way a person came, so that "previous page" can be offered.
 *
 * @public
 */
export function useCursorTrail(): CursorTrail {
  const trail = useRef(new Map<string, string | undefined>());
  const follow = useCallback((from: string | undefined, next: string) => {
    trail.current.set(next, from);
  }, []);
  const before = useCallback(
    (cursor: string) => ({
      known: trail.current.has(cursor),
      cursor: trail.current.get(cursor),
    }),
    [],
  );
  return { follow, before };
}
