import { Knex } from 'knex';

/** Bytes to keep, and their SHA-256 in lower-case hexadecimal. */
export interface NewBlob {
  sha256: string;
  content: Uint8Array;
}

/** Keeps the bytes of artifacts by their SHA-256, each content once. */
export interface BlobStore {
  /** Keeps contents in the transaction that tells about them, apart from those that are there already. Locks all until its end. */
  put(
    tx: Knex.Transaction,
    blobs: readonly NewBlob[],
    now: Date,
  ): Promise<void>;

  /** Removes the bytes; that they were there stays. */
  remove(
    tx: Knex.Transaction,
    blob: { sha256: string; now: Date },
  ): Promise<void>;

  /** The bytes piece by piece, at most 1 MiB each; undefined where they are not kept (any more). */
  read(sha256: string): Promise<AsyncIterable<Buffer> | undefined>;
}
