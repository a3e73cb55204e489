import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  CatalogProjection,
  decodeCursor,
  encodeCursor,
  EntityRestriction,
} from '@maestro-conductor/backend-kit';
import {
  ScoreListItem,
  ScorePage,
} from '@maestro-conductor/plugin-readiness-common';
import { Knex } from 'knex';
import { DefinitionCache } from '../DefinitionCache';
import { matchingScores, ScoreSelection } from './matchingScores';
import { readScores } from './readScores';

/** What a list of scores can be sorted by. */
export const SCORE_SORTS = ['score', 'title', 'owner', 'change'] as const;

/** @internal */
export type ScoreSort = (typeof SCORE_SORTS)[number];

/** Which scores of a list, in which order. */
export interface ScoreListRequest extends ScoreSelection {
  sort: ScoreSort;
  order: 'asc' | 'desc';
  limit: number;
  cursor?: string;
  /** What a score was compared with: the last one at or before this moment. */
  changeSince: Date;
}

interface ListRow {
  entity_ref: string;
  tenant: string;
  title: string;
  owner_ref: string | null;
  system_ref: string | null;
  lifecycle: string | null;
  change: number | null;
  sort_value: string | number;
  total: number | string;
}

/** The change of a score `s` since a moment; null where there was none then, or is none now. */
function changeSql(knex: Knex, since: Date): Knex.QueryBuilder {
  return knex({ h: 'score_history' })
    .select(knex.raw('s.score - h.score'))
    .whereRaw(
      'h.tenant = s.tenant and h.scorecard = s.scorecard and h.entity_ref = s.entity_ref and h.environment = s.environment',
    )
    .where('h.at', '<=', since)
    .orderBy('h.at', 'desc')
    .limit(1);
}

/** What is sorted by. Without a score, or a change, an item comes last in either order. */
function sortSql(knex: Knex, request: ScoreListRequest): Knex.Raw {
  const last = request.order === 'asc' ? 2 : -2;
  switch (request.sort) {
    case 'title':
      return knex.raw('e.sort_title');
    case 'owner':
      return knex.raw(`coalesce(e.owner_ref, '')`);
    case 'change':
      return knex.raw(`coalesce((?), ${last})`, [
        changeSql(knex, request.changeSince),
      ]);
    default:
      return knex.raw(`coalesce(s.score, ${last})`);
  }
}

function readCursor(request: ScoreListRequest) {
  if (!request.cursor) return undefined;
  const { sort, order, value, ref } = decodeCursor(request.cursor);
  const numeric = request.sort === 'score' || request.sort === 'change';
  if (
    sort !== request.sort ||
    order !== request.order ||
    typeof ref !== 'string' ||
    typeof value !== (numeric ? 'number' : 'string') ||
    `${value}${ref}`.includes('\0')
  ) {
    throw new InputError(
      'cursor is of a list with another sort or order; leave it away to start from the first page',
    );
  }
  return { value: value as string | number, ref };
}

/** Reads the keys of a page first, in one pass that also counts, and what is wide for the page alone. */
async function readPage(
  knex: Knex,
  projection: CatalogProjection,
  restriction: EntityRestriction,
  request: ScoreListRequest,
): Promise<ListRow[]> {
  const { order, limit } = request;
  const after = readCursor(request);
  const matching = matchingScores(knex, projection, restriction, request)
    .select('s.entity_ref', 's.tenant')
    .select(knex.raw('? as sort_value', [sortSql(knex, request)]));
  const keys = knex('matching')
    .select('*', knex.raw('(select count(*) from matching) as total'))
    .orderBy([
      { column: 'sort_value', order },
      { column: 'entity_ref', order },
    ])
    .limit(limit + 1);
  if (after) {
    const past = order === 'asc' ? '>' : '<';
    keys.whereRaw(
      `(sort_value ${past} ? or (sort_value = ? and entity_ref ${past} ?))`,
      [after.value, after.value, after.ref],
    );
  }
  return await knex
    .withMaterialized('matching', matching)
    .from(keys.as('m'))
    .join({ e: projection.tables.entities }, 'e.entity_ref', 'm.entity_ref')
    .join({ s: 'scores' }, join =>
      join
        .on('s.entity_ref', 'm.entity_ref')
        .andOn('s.tenant', 'm.tenant')
        .andOnVal('s.scorecard', request.scorecard)
        .andOnVal('s.environment', request.environment),
    )
    .select(
      'm.*',
      'e.title',
      'e.owner_ref',
      'e.system_ref',
      'e.lifecycle',
      changeSql(knex, request.changeSince).as('change'),
    )
    .orderBy([
      { column: 'm.sort_value', order },
      { column: 'm.entity_ref', order },
    ]);
}

async function toItems(
  knex: Knex,
  definitions: DefinitionCache,
  rows: ListRow[],
  { scorecard, environment }: ScoreSelection,
): Promise<ScoreListItem[]> {
  const keyOf = (row: ListRow) => ({
    tenant: row.tenant,
    entityRef: row.entity_ref,
    scorecard,
    environment,
  });
  const scores = await readScores(knex, definitions, rows.map(keyOf));
  return rows.flatMap(row => {
    const stored = scores.get(keyOf(row));
    // Removed since the page was read.
    if (!stored) return [];
    return [
      {
        ...stored.score,
        title: row.title,
        ...(row.owner_ref && { owner: row.owner_ref }),
        ...(row.system_ref && { system: row.system_ref }),
        ...(row.lifecycle && { lifecycle: row.lifecycle }),
        ...(row.change !== null && { change: row.change }),
      },
    ];
  });
}

/**
 * A page of scores, filtered, sorted and paged in SQL. Where a rule of the reader's policy is not known here, the page is
 * filtered after it was read: it may be short, and there is no total.
 */
export async function listScores(
  knex: Knex,
  projection: CatalogProjection,
  definitions: DefinitionCache,
  restriction: EntityRestriction,
  request: ScoreListRequest,
): Promise<ScorePage> {
  const rows = await readPage(knex, projection, restriction, request);
  let shown = rows.slice(0, request.limit);
  const last = shown.at(-1);
  const nextCursor =
    last && rows.length > request.limit
      ? encodeCursor({
          sort: request.sort,
          order: request.order,
          value: last.sort_value,
          ref: last.entity_ref,
        } as JsonObject)
      : undefined;
  if (restriction.unknownRule) {
    const allowed = new Set(
      await restriction.filterPage(shown.map(row => row.entity_ref)),
    );
    shown = shown.filter(row => allowed.has(row.entity_ref));
  }
  // Past the last page no row says how many there are.
  const total = async () =>
    last?.total ??
    (
      await matchingScores(knex, projection, restriction, request)
        .count({ total: '*' })
        .first()
    )?.total;
  return {
    items: await toItems(knex, definitions, shown, request),
    ...(nextCursor && { nextCursor }),
    ...(!restriction.unknownRule && {
      totalItems: Number((await total()) ?? 0),
    }),
  };
}
