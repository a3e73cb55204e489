import { InputError } from '@backstage/errors';
import { decodeCursor, encodeCursor } from '@maestro-conductor/backend-kit';
import { Knex } from 'knex';
import { DocumentRow, toKeptDocument } from '../documentRows';
import { KeptDocument } from '../ObjectiveStore';

/** @see ObjectiveStore */
export async function listDocuments(
  knex: Knex,
  request: { problems?: boolean; limit: number; cursor?: string },
): Promise<{ items: KeptDocument[]; nextCursor?: string }> {
  const { problems, limit, cursor } = request;
  const query = knex('documents');
  if (problems) {
    query.where(faulty =>
      faulty.whereNot('problems', '[]').orWhereNotNull('error'),
    );
  }
  if (cursor !== undefined) {
    const { location, id } = decodeCursor(cursor);
    if (typeof location !== 'string' || typeof id !== 'string') {
      throw new InputError(
        'cursor is of another list; leave it away to start from the first page',
      );
    }
    query.whereRaw('(location, id) > (?, ?)', [location, id]);
  }
  const rows: DocumentRow[] = await query
    .orderBy(['location', 'id'])
    .limit(limit + 1);
  const items = rows.slice(0, limit).map(toKeptDocument);
  const last = items.at(-1);
  return {
    items,
    ...(last &&
      rows.length > limit && {
        nextCursor: encodeCursor({ location: last.location, id: last.id }),
      }),
  };
}
