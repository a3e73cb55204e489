import { InputError } from '@backstage/errors';
import busboy from 'busboy';
import { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PUSH_LIMITS } from '../domain/limits';
import { PayloadTooLargeError } from './PayloadTooLargeError';

/** @throws InputError where the request is no multipart/form-data. */
export function createParser(request: IncomingMessage): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: {
        fieldSize: PUSH_LIMITS.manifestBytes,
        fields: 2,
        parts: PUSH_LIMITS.parts,
        headerPairs: 50,
      },
    });
  } catch (error) {
    throw new InputError(
      `The request must be multipart/form-data: ${(error as Error).message}.`,
    );
  }
}

/** The text of a manifest that was sent as a file part. @throws PayloadTooLargeError */
export async function readManifest(
  stream: Readable,
  signal: AbortSignal,
): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const piece of source) {
      bytes += piece.length;
      if (bytes > PUSH_LIMITS.manifestBytes) {
        throw tooLarge('manifest', PUSH_LIMITS.manifestBytes);
      }
      pieces.push(piece);
    }
  };
  await pipeline(stream, collect, { signal });
  return Buffer.concat(pieces).toString('utf8');
}

/** Reads a part to its end and keeps nothing of it. */
export async function drop(stream: AsyncIterable<unknown>): Promise<void> {
  const pieces = stream[Symbol.asyncIterator]();
  while (!(await pieces.next()).done);
}

/** The answer to more than is taken; `most` is in bytes. */
export function tooLarge(what: string, most: number): PayloadTooLargeError {
  return new PayloadTooLargeError(
    `${what} is larger than ${
      most / 1024 / 1024
    } MiB, which is the most that is taken. Split the push, or send a smaller report.`,
  );
}
