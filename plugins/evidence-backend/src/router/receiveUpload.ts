import { IncomingMessage } from 'node:http';
import { PUSH_LIMITS } from '../domain/limits';
import { UploadedFile } from '../service/types';
import { MemoryBudget } from './MemoryBudget';
import { tooLarge } from './multipart';
import { PartStore } from './PartStore';
import { UploadReceiver } from './UploadReceiver';

/** A push as it was received; its files lie in memory or on disk until `dispose`. */
export interface Upload {
  items: unknown[];
  files: ReadonlyMap<string, UploadedFile>;
  /** Removes what was put aside. */
  dispose(): Promise<void>;
}

// What the parts' own headers and boundaries may add to the size of a request.
const FRAMING_BYTES = 1024 * 1024;

/**
 * Reads a multipart request: part `manifest` first, then the files that it names. Small files stay in memory as far as the budget has
 * room; others go to disk as they come in, with no more than a few pieces of one in memory. Parts that no item names are read and dropped.
 *
 * @throws InputError (400) for a request of another form, PayloadTooLargeError (413) past a limit. The request may not be read to
 * its end then; nothing stays on disk.
 */
export async function receiveUpload(
  request: IncomingMessage,
  options: { directory: string; memory: MemoryBudget },
): Promise<Upload> {
  const announced = Number(request.headers['content-length'] ?? 0);
  const most =
    PUSH_LIMITS.totalBytes + PUSH_LIMITS.manifestBytes + FRAMING_BYTES;
  if (announced > most) {
    throw tooLarge('The request', PUSH_LIMITS.totalBytes);
  }
  const parts = new PartStore(options);
  const dispose = () => parts.dispose();
  const receiver = new UploadReceiver(parts);
  try {
    await receiver.receive(request);
    return { ...receiver.finished(), dispose };
  } catch (error) {
    await receiver.settled();
    await dispose();
    throw error;
  }
}
