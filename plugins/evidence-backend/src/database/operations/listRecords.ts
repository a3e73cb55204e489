import { decodeCursor, encodeCursor } from '@maestro-conductor/backend-kit';
import { InputError } from '@backstage/errors';
import { EvidenceRecordPage } from '@maestro-conductor/plugin-evidence-common';
import { Knex } from 'knex';
import { rowToRecord } from '../rows';
import { DbRecordRow, DbTime } from '../tables';
import { RecordFilter, recordsMatching } from './recordsMatching';

/** Which records to list. */
export interface RecordsQuery extends RecordFilter {
  /** 1 to 100. */
  limit: number;
  cursor?: string;
}

interface ListedRow extends DbRecordRow {
  removed_at: DbTime | null;
}

/** A page of the records of an entity, the last observed first. @throws InputError where the cursor is none of ours. */
export async function listRecords(
  knex: Knex,
  query: RecordsQuery,
): Promise<EvidenceRecordPage> {
  const [{ count }] = await recordsMatching(knex, query).count({ count: '*' });
  const after = query.cursor ? readCursor(query.cursor) : undefined;
  const rows: ListedRow[] = await recordsMatching(knex, query)
    .leftJoin('blobs', 'blobs.sha256', 'records.sha256')
    .modify(builder => {
      if (after) {
        builder.whereRaw('(records.observed_at, records.id) < (?, ?)', [
          after.observedAt,
          after.id,
        ]);
      }
    })
    .orderBy([
      { column: 'records.observed_at', order: 'desc' },
      { column: 'records.id', order: 'desc' },
    ])
    .limit(query.limit + 1)
    .select('records.*', 'blobs.removed_at');
  const items = rows.slice(0, query.limit).map(rowToRecord);
  const last = items.at(-1);
  return {
    items,
    totalItems: Number(count),
    ...(rows.length > query.limit &&
      last && {
        nextCursor: encodeCursor({ at: last.observedAt, id: last.id }),
      }),
  };
}

function readCursor(cursor: string): { observedAt: Date; id: string } {
  const { at, id } = decodeCursor(cursor);
  const observedAt = new Date(typeof at === 'string' ? at : NaN);
  if (
    typeof id !== 'string' ||
    !/^[\w-]{1,36}$/.test(id) ||
    Number.isNaN(observedAt.getTime())
  ) {
    throw new InputError(
      'cursor: is none that this list gave out. Start again without it.',
    );
  }
  return { observedAt, id };
}
