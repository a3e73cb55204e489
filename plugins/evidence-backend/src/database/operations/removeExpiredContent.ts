import { Knex } from 'knex';
import { RetentionLimit } from '../../domain/retention';
import { BlobStore } from '../BlobStore';

/** Blobs that are looked for at once; each is removed by itself. */
const CANDIDATES = 100;

/**
 * Removes the bytes of every blob whose records are all received before the limit of their kind. Records, hashes and facts stay.
 *
 * One blob for each transaction, so that nobody waits long. Safe beside pushes and other replicas: a blob is locked before its
 * records are looked at again, a push locks it too, and where it comes second it writes the bytes anew.
 *
 * @returns How many blobs were emptied.
 */
export async function removeExpiredContent(
  options: { knex: Knex; blobs: BlobStore },
  request: { limits: RetentionLimit[]; now: Date },
): Promise<number> {
  const { knex, blobs } = options;
  const { limits, now } = request;
  if (limits.length === 0) {
    return 0;
  }
  let removed = 0;
  let after = '';
  for (;;) {
    const candidates: string[] = await expired(knex, limits)
      .where('blobs.sha256', '>', after)
      .orderBy('blobs.sha256')
      .limit(CANDIDATES)
      .pluck('blobs.sha256');
    for (const sha256 of candidates) {
      const wasRemoved = await knex.transaction(async tx => {
        await tx('blobs').where({ sha256 }).forUpdate().select('sha256');
        // A statement of its own: it sees the records that were pushed while the lock was waited for.
        const still = await expired(tx, limits)
          .where('blobs.sha256', sha256)
          .first('blobs.sha256');
        if (still) {
          await blobs.remove(tx, { sha256, now });
        }
        return Boolean(still);
      });
      removed += wasRemoved ? 1 : 0;
    }
    if (candidates.length < CANDIDATES) {
      return removed;
    }
    after = candidates[candidates.length - 1];
  }
}

/** Blobs with bytes, of which no record is retained. */
function expired(knex: Knex, limits: RetentionLimit[]) {
  return knex('blobs')
    .whereNull('blobs.removed_at')
    .whereNotExists(records =>
      records
        .from('records')
        .whereRaw('records.sha256 = blobs.sha256')
        .whereNot(record => {
          for (const { kind, receivedBefore } of limits) {
            record.orWhere(due =>
              due
                .where('records.kind', kind)
                .where('records.received_at', '<', receivedBefore),
            );
          }
        }),
    );
}
