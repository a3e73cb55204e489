import { Knex } from 'knex';

/** Keeps the bytes of artifacts by their SHA-256, each content once. */
export interface BlobStore {
  /** Keeps the content in the transaction that tells about it; does nothing where it is there already. */
  put(
    tx: Knex.Transaction,
    blob: { sha256: string; content: Uint8Array; now: Date },
  ): Promise<void>;

  /** The bytes piece by piece, at most 1 MiB each; undefined where they are not kept (any more). */
  read(sha256: string): Promise<AsyncIterable<Buffer> | undefined>;
}
