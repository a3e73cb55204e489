import { InputError } from '@backstage/errors';
import { decodeCursor, encodeCursor } from '@maestro-conductor/backend-kit';
import {
  TeamBoardItem,
  TeamBoardPage,
} from '@maestro-conductor/plugin-slo-common';

/** Most urgent first: what burns, what is used up, what is about to be; then by name. What nobody owns comes last. */
function compareTeams(a: TeamBoardItem, b: TeamBoardItem): number {
  return (
    Number(a.groupRef === null) - Number(b.groupRef === null) ||
    b.summary.burning - a.summary.burning ||
    b.summary.byStatus.breached - a.summary.byStatus.breached ||
    b.summary.byStatus.warning - a.summary.byStatus.warning ||
    a.title.localeCompare(b.title, 'en') ||
    String(a.groupRef).localeCompare(String(b.groupRef), 'en')
  );
}

/**
 * Sorts groups and cuts a page out of them. The cursor names the last group of the page before; where that one is gone, the list starts again.
 *
 * @throws InputError for a cursor of another list
 */
export function pageTeams(
  teams: readonly TeamBoardItem[],
  request: { text?: string; limit: number; cursor?: string },
): TeamBoardPage {
  const { limit, cursor } = request;
  const text = request.text?.trim().toLowerCase() ?? '';
  const sorted = teams
    .filter(({ title, groupRef }) =>
      `${title}\n${groupRef ?? ''}`.toLowerCase().includes(text),
    )
    .sort(compareTeams);
  const start = cursor === undefined ? 0 : placeAfter(sorted, cursor);
  const items = sorted.slice(start, start + limit);
  const last = items.at(-1);
  return {
    items,
    ...(last &&
      start + limit < sorted.length && {
        nextCursor: encodeCursor({ group: last.groupRef }),
      }),
  };
}

function placeAfter(teams: readonly TeamBoardItem[], cursor: string): number {
  const { group } = decodeCursor(cursor);
  if (group !== null && typeof group !== 'string') {
    throw new InputError(
      'cursor is of another list; leave it away to start from the first page',
    );
  }
  return teams.findIndex(({ groupRef }) => groupRef === group) + 1;
}
