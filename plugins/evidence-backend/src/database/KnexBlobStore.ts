import { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { BlobStore } from './BlobStore';

const CHUNK_BYTES = 1024 * 1024;

/** Blobs as rows of 1 MiB, so that every replica sees them and no driver has to hold one whole. */
export class KnexBlobStore implements BlobStore {
  constructor(private readonly knex: Knex) {}

  async put(
    tx: Knex.Transaction,
    blob: { sha256: string; content: Uint8Array; now: Date },
  ): Promise<void> {
    const { sha256, content, now } = blob;
    const inserted = await tx('blobs')
      .insert({ sha256, size: content.byteLength, created_at: now })
      .onConflict('sha256')
      .ignore()
      .returning('sha256');
    if (inserted.length === 0) {
      return;
    }
    for (
      let position = 0;
      position * CHUNK_BYTES < content.byteLength;
      position += 1
    ) {
      const start = position * CHUNK_BYTES;
      await tx('blob_chunks').insert({
        sha256,
        position,
        bytes: Buffer.from(content.subarray(start, start + CHUNK_BYTES)),
      });
      // SQLite writes in this thread and answers without a turn of the event loop.
      await setImmediate();
    }
  }

  async read(sha256: string): Promise<AsyncIterable<Buffer> | undefined> {
    const blob = await this.knex('blobs').where({ sha256 }).first('size');
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
