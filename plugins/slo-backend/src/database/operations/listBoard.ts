import { setImmediate as nextTurn } from 'node:timers/promises';
import { InputError } from '@backstage/errors';
import {
  decodeCursor,
  encodeCursor,
  EntityRestriction,
} from '@maestro-conductor/backend-kit';
import {
  ObjectiveItem,
  ObjectiveSort,
} from '@maestro-conductor/plugin-slo-common';
import { Knex } from 'knex';
import { BoardRequest } from '../BoardStore';
import { ItemRow, selectItems, toItem } from './boardItems';
import { BoardSource, visibleObjectives } from './matchingObjectives';

/** What is sorted by; `number` ones may be unknown. The id comes last of all. */
const KEYS: Record<
  ObjectiveSort,
  { column: string; type: 'number' | 'string' }[]
> = {
  // What was never evaluated stands among what cannot be told.
  urgency: [
    { column: 'coalesce(s.urgency, 4)', type: 'number' },
    { column: 's.budget_left', type: 'number' },
  ],
  budget: [{ column: 's.budget_left', type: 'number' }],
  burn: [{ column: 's.max_burn', type: 'number' }],
  actual: [{ column: 's.actual', type: 'number' }],
  title: [{ column: 'lower(o.title)', type: 'string' }],
  entity: [
    { column: 'e.sort_title', type: 'string' },
    { column: 'lower(o.title)', type: 'string' },
  ],
};

/** Items that are built between two turns of the event loop: some milliseconds. */
const TURN = 200;

/** Beyond every value there is, on both databases. */
const BEYOND = '1e300';

interface SortedRow extends ItemRow {
  key0: number | string;
  key1?: number | string;
}

/** @see BoardStore */
export async function listBoard(
  source: BoardSource,
  restriction: EntityRestriction,
  request: BoardRequest,
): Promise<{ items: ObjectiveItem[]; nextCursor?: string }> {
  const { statuses, burning, sort, order, limit } = request;
  const { knex } = source;
  const columns = sortColumns(request);
  const visible = await visibleObjectives(source, restriction);
  const query = visible(request);
  if (statuses) query.whereIn('s.status', statuses);
  if (burning) query.where('s.burning', true);
  const after = readCursor(request);
  if (after) {
    query.whereRaw(
      `(${columns.join(', ')}, o.id) ${order === 'asc' ? '>' : '<'} (${after
        .map(() => '?')
        .join(', ')})`,
      after,
    );
  }
  selectItems(query).limit(limit + 1);
  columns.forEach((column, index) => {
    query
      .select(knex.raw(`${column} as key${index}`))
      .orderByRaw(`${column} ${order}`);
  });
  const rows: SortedRow[] = await query.orderBy('o.id', order);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await inTurns(shown),
    ...(last &&
      rows.length > limit && {
        nextCursor: encodeCursor({
          sort,
          order,
          keys: [last.key0, last.key1].slice(0, columns.length) as string[],
          id: last.id,
        }),
      }),
  };
}

/** All objectives of many entities are megabytes of JSON. */
async function inTurns(rows: readonly ItemRow[]): Promise<ObjectiveItem[]> {
  const items: ObjectiveItem[] = [];
  for (const row of rows) {
    items.push(toItem(row));
    if (items.length % TURN === 0) await nextTurn();
  }
  return items;
}

/** SQL of what is sorted by, with what is unknown last in either order. */
function sortColumns({ sort, order }: BoardRequest): string[] {
  const last = order === 'asc' ? BEYOND : `-${BEYOND}`;
  return KEYS[sort].map(({ column, type }) =>
    type === 'number'
      ? `cast(coalesce(${column}, ${last}) as double precision)`
      : column,
  );
}

function readCursor(request: BoardRequest): Knex.RawBinding[] | undefined {
  if (request.cursor === undefined) return undefined;
  const { sort, order, keys, id } = decodeCursor(request.cursor);
  const types = KEYS[request.sort];
  const fits =
    sort === request.sort &&
    order === request.order &&
    Array.isArray(keys) &&
    keys.length === types.length &&
    types.every(({ type }, index) => typeof keys[index] === type) &&
    typeof id === 'string' &&
    !JSON.stringify([keys, id]).includes('\\u0000');
  if (!fits) {
    throw new InputError(
      'cursor is of a list with another sort or order; leave it away to start from the first page',
    );
  }
  return [...keys, id] as Knex.RawBinding[];
}
