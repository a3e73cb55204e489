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
import { parseScore } from '../rows';

/** What a list of scores can be sorted by. */
export const SCORE_SORTS = ['score', 'title', 'owner', 'change'] as const;

/** @internal */
export type ScoreSort = (typeof SCORE_SORTS)[number];

/** Which scores of a list, in which order. */
export interface ScoreListRequest {
  scorecard: string;
  environment: string;
  /** Group or user; scores of groups that lie in it are included. */
  ownerRef?: string;
  search?: string;
  sort: ScoreSort;
  order: 'asc' | 'desc';
  limit: number;
  cursor?: string;
  /** What a score was compared with: the last one at or before this moment. */
  changeSince: Date;
}

interface ListRow {
  entity_ref: string;
  result: string;
  title: string;
  owner_ref: string | null;
  system_ref: string | null;
  lifecycle: string | null;
  change: number | null;
  sort_value: string | number;
}

/** What is sorted by. Without a score, or a change, an item comes last in either order. */
function sortSql(sort: ScoreSort, order: 'asc' | 'desc'): string {
  const last = order === 'asc' ? 2 : -2;
  switch (sort) {
    case 'title':
      return 't.sort_title';
    case 'owner':
      return `coalesce(t.owner_ref, '')`;
    default:
      return `coalesce(t.${sort}, ${last})`;
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

function baseQuery(
  knex: Knex,
  projection: CatalogProjection,
  restriction: EntityRestriction,
  request: ScoreListRequest,
): Knex.QueryBuilder {
  const query = knex({ s: 'scores' })
    .join({ e: projection.tables.entities }, join =>
      join
        .on('e.entity_ref', 's.entity_ref')
        .andOn('e.tenant', 's.tenant')
        .onNull('e.deleted_at'),
    )
    .where('s.scorecard', request.scorecard)
    .where('s.environment', request.environment);
  restriction.apply(query, 's.entity_ref');
  if (request.ownerRef) {
    projection.whereOwnedBy(query, [request.ownerRef], 's.entity_ref');
  }
  if (request.search) {
    const pattern = `%${request.search
      .toLowerCase()
      .replace(/[%_\\]/g, '\\$&')}%`;
    query.where(either =>
      either
        .whereRaw(`e.sort_title like ? escape '\\'`, [pattern])
        .orWhereRaw(`lower(e.name) like ? escape '\\'`, [pattern]),
    );
  }
  return query;
}

function toItem(row: ListRow): ScoreListItem {
  return {
    ...parseScore(row.result),
    title: row.title,
    ...(row.owner_ref && { owner: row.owner_ref }),
    ...(row.system_ref && { system: row.system_ref }),
    ...(row.lifecycle && { lifecycle: row.lifecycle }),
    ...(row.change !== null && { change: row.change }),
  };
}

/**
 * A page of scores, filtered, sorted and paged in SQL. Where a rule of the reader's policy is not known here, the page is
 * filtered after it was read: it may be short, and there is no total.
 */
export async function listScores(
  knex: Knex,
  projection: CatalogProjection,
  restriction: EntityRestriction,
  request: ScoreListRequest,
): Promise<ScorePage> {
  const after = readCursor(request);
  const earlier = knex({ h: 'score_history' })
    .select(knex.raw('s.score - h.score'))
    .whereRaw(
      'h.tenant = s.tenant and h.scorecard = s.scorecard and h.entity_ref = s.entity_ref and h.environment = s.environment',
    )
    .where('h.at', '<=', request.changeSince)
    .orderBy('h.at', 'desc')
    .limit(1)
    .as('change');
  const scores = baseQuery(knex, projection, restriction, request).select(
    's.entity_ref',
    's.score',
    's.result',
    'e.title',
    'e.sort_title',
    'e.owner_ref',
    'e.system_ref',
    'e.lifecycle',
    earlier,
  );
  const sortBy = sortSql(request.sort, request.order);
  const page = knex
    .select('t.*', knex.raw(`${sortBy} as sort_value`))
    .from(scores.as('t'))
    .orderByRaw(`${sortBy} ${request.order}, t.entity_ref ${request.order}`)
    .limit(request.limit + 1);
  if (after) {
    const past = request.order === 'asc' ? '>' : '<';
    page.whereRaw(
      `(${sortBy} ${past} ? or (${sortBy} = ? and t.entity_ref ${past} ?))`,
      [after.value, after.value, after.ref],
    );
  }
  const rows: ListRow[] = await page;
  const shown = rows.slice(0, request.limit);
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
    const items = shown.filter(row => allowed.has(row.entity_ref)).map(toItem);
    return { items, ...(nextCursor && { nextCursor }) };
  }
  const counted = await baseQuery(knex, projection, restriction, request)
    .count({ total: '*' })
    .first();
  return {
    items: shown.map(toItem),
    ...(nextCursor && { nextCursor }),
    totalItems: Number(counted?.total ?? 0),
  };
}
