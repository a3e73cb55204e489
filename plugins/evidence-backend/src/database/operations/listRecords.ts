import { decodeCursor, encodeCursor } from '@maestro-conductor/backend-kit';
import { InputError } from '@backstage/errors';
import {
  EvidenceKind,
  EvidenceRecordPage,
} from '@maestro-conductor/plugin-evidence-common';
import { Knex } from 'knex';
import { rowToRecord } from '../rows';
import { DbRecordRow } from '../tables';

/** Which records to list. */
export interface RecordsQuery {
  tenant: string;
  entityRef: string;
  kind?: EvidenceKind;
  environment?: string;
  commit?: string;
  /** 1 to 100. */
  limit: number;
  cursor?: string;
}

/** A page of the records of an entity, the last observed first. @throws InputError where the cursor is none of ours. */
export async function listRecords(
  knex: Knex,
  query: RecordsQuery,
): Promise<EvidenceRecordPage> {
  const matching = () =>
    knex<DbRecordRow>('records')
      .where({ tenant: query.tenant, entity_ref: query.entityRef })
      .modify(builder => {
        const { kind, environment, commit } = query;
        if (kind !== undefined) {
          builder.where({ kind });
        }
        if (environment !== undefined) {
          builder.where({ environment });
        }
        if (commit !== undefined) {
          builder.where({ commit });
        }
      });
  const [{ count }] = await matching().count({ count: '*' });
  const after = query.cursor ? readCursor(query.cursor) : undefined;
  const rows: DbRecordRow[] = await matching()
    .modify(builder => {
      if (after) {
        builder.whereRaw('(observed_at, id) < (?, ?)', [
          after.observedAt,
          after.id,
        ]);
      }
    })
    .orderBy([
      { column: 'observed_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(query.limit + 1);
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
