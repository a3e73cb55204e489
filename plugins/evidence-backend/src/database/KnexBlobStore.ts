import { insertValues } from '@maestro-conductor/backend-kit';
import { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { BlobStore, NewBlob } from './BlobStore';
import { chunks } from './operations/chunks';

const CHUNK_BYTES = 1024 * 1024;
const BLOBS_AT_ONCE = 100;

interface ChunkRow {
  sha256: string;
  position: number;
  bytes: Buffer;
}

/** Writes nothing where the bytes are there, but locks the row in PostgreSQL: retention does not take them away meanwhile. */
const UNLESS_KEPT = `on conflict (sha256) do update set created_at = excluded.created_at, removed_at = null
  where blobs.removed_at is not null returning sha256`;

/** Blobs as rows of 1 MiB, so that every replica sees them and no driver has to hold one whole. */
export class KnexBlobStore implements BlobStore {
  constructor(private readonly knex: Knex) {}

  async put(
    tx: Knex.Transaction,
    blobs: readonly NewBlob[],
    now: Date,
  ): Promise<void> {
    const bySha256 = new Map(blobs.map(blob => [blob.sha256, blob]));
    for (const sha256s of chunks([...bySha256.keys()].sort(), BLOBS_AT_ONCE)) {
      const inserted = await insertValues<object, { sha256: string }>(
        tx,
        sha256s.map(sha256 => ({
          sha256,
          size: bySha256.get(sha256)!.content.byteLength,
          created_at: now,
        })),
        { table: 'blobs', conflict: UNLESS_KEPT },
      );
      const missing = inserted.map(({ sha256 }) => bySha256.get(sha256)!);
      for (const rows of statementsOf(missing)) {
        await insertChunks(tx, rows);
        // SQLite writes in this thread and answers without a turn of the event loop.
        await setImmediate();
      }
    }
  }

  async remove(
    tx: Knex.Transaction,
    blob: { sha256: string; now: Date },
  ): Promise<void> {
    const { sha256, now } = blob;
    await tx('blobs').where({ sha256 }).update({ removed_at: now });
    await tx('blob_chunks').where({ sha256 }).delete();
  }

  async read(sha256: string): Promise<AsyncIterable<Buffer> | undefined> {
    const blob = await this.knex('blobs')
      .where({ sha256, removed_at: null })
      .first('size');
    return blob && this.chunks(sha256, Number(blob.size));
  }

  private async *chunks(sha256: string, size: number): AsyncIterable<Buffer> {
    const count = Math.ceil(size / CHUNK_BYTES);
    for (let position = 0; position < count; position += 1) {
      const row = await this.knex('blob_chunks')
        .where({ sha256, position })
        .first('bytes');
      if (!row) {
        throw new Error(`Blob ${sha256} has lost its piece ${position}`);
      }
      yield row.bytes;
    }
  }
}

/** By itself: as bindings bytes travel as they are. */
async function insertChunks(tx: Knex.Transaction, rows: readonly ChunkRow[]) {
  await tx.raw(
    `insert into blob_chunks (sha256, position, bytes) values ${rows
      .map(() => '(?, ?, ?)')
      .join(', ')}`,
    rows.flatMap(({ sha256, position, bytes }) => [sha256, position, bytes]),
  );
}

function* chunksOf({ sha256, content }: NewBlob): Iterable<ChunkRow> {
  const count = Math.ceil(content.byteLength / CHUNK_BYTES);
  for (let position = 0; position < count; position += 1) {
    const start = position * CHUNK_BYTES;
    // A view, not a copy.
    const part = content.subarray(start, start + CHUNK_BYTES);
    const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    yield { sha256, position, bytes };
  }
}

/** The rows of blobs, as many for each statement as have 1 MiB together, or one that has it alone. */
function* statementsOf(blobs: readonly NewBlob[]): Iterable<ChunkRow[]> {
  let rows: ChunkRow[] = [];
  let bytes = 0;
  for (const blob of blobs) {
    for (const row of chunksOf(blob)) {
      if (rows.length > 0 && bytes + row.bytes.length > CHUNK_BYTES) {
        yield rows;
        rows = [];
        bytes = 0;
      }
      rows.push(row);
      bytes += row.bytes.length;
    }
  }
  if (rows.length > 0) {
    yield rows;
  }
}
