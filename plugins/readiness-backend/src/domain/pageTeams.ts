import { InputError } from '@backstage/errors';
import { decodeCursor, encodeCursor } from '@maestro-conductor/backend-kit';
import {
  TeamScore,
  TeamScorePage,
} from '@maestro-conductor/plugin-readiness-common';

/** How teams are sorted; `tree` is the depth-first order they come in. */
export type TeamSort = 'tree' | 'score' | 'title' | 'services';

function compareBy(
  sort: TeamSort,
  order: 'asc' | 'desc',
): ((a: TeamScore, b: TeamScore) => number) | undefined {
  // Those without a score come last in either order.
  const noScore = order === 'asc' ? 2 : -1;
  switch (sort) {
    case 'score':
      return (a, b) => (a.score ?? noScore) - (b.score ?? noScore);
    case 'title':
      return (a, b) => a.title.localeCompare(b.title);
    case 'services':
      return (a, b) => a.services - b.services;
    default:
      return undefined;
  }
}

/**
 * Sorts teams and cuts a page out of them; the services without an owner come last in any order. The cursor names the last team of the page before, so that a team that appears
 * meanwhile moves nothing; where that team is gone, the list starts again.
 *
 * @throws InputError for a cursor of another list
 */
export function pageTeams(
  teams: readonly TeamScore[],
  request: {
    sort: TeamSort;
    order: 'asc' | 'desc';
    limit: number;
    cursor?: string;
  },
): TeamScorePage {
  const { sort, order, limit } = request;
  const compare = compareBy(sort, order);
  const sorted = teams.filter(({ groupRef }) => groupRef !== '');
  if (compare) {
    const sign = order === 'asc' ? 1 : -1;
    sorted.sort(
      (a, b) =>
        sign * compare(a, b) ||
        sign * (a.groupRef < b.groupRef ? -1 : Number(a.groupRef > b.groupRef)),
    );
  } else if (order === 'desc') {
    sorted.reverse();
  }
  sorted.push(...teams.filter(({ groupRef }) => groupRef === ''));
  let start = 0;
  if (request.cursor) {
    const cursor = decodeCursor(request.cursor);
    if (cursor.sort !== sort || cursor.order !== order) {
      throw new InputError(
        'cursor is of a list with another sort or order; leave it away to start from the first page',
      );
    }
    start = sorted.findIndex(({ groupRef }) => groupRef === cursor.ref) + 1;
  }
  const items = sorted.slice(start, start + limit);
  const last = items.at(-1);
  return {
    items,
    ...(last &&
      start + limit < sorted.length && {
        nextCursor: encodeCursor({ sort, order, ref: last.groupRef }),
      }),
    totalItems: sorted.length,
  };
}
