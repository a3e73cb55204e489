import { InputError } from '@backstage/errors';
import busboy from 'busboy';
import { createHash } from 'node:crypto';
import { IncomingMessage } from 'node:http';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PUSH_LIMITS } from '../domain/limits';
import { namedFiles, parseManifest } from '../domain/manifest';
import { UploadedFile } from '../service/types';
import { createParser, drop, readManifest, tooLarge } from './multipart';
import { PartStore } from './PartStore';

/** Takes one multipart request apart; its files go into a store. */
export class UploadReceiver {
  readonly #parts: PartStore;
  readonly #names = new Set<string>();
  readonly #files = new Map<string, UploadedFile>();
  readonly #writes: Promise<void>[] = [];
  /** Ends all writing when the request is refused. */
  readonly #refused = new AbortController();
  /** Of a manifest that comes as a file part: the next part may begin before it is read. */
  #manifest: Promise<void> | undefined;
  #items: unknown[] | undefined;
  #wanted = new Set<string>();
  #totalBytes = 0;

  constructor(parts: PartStore) {
    this.#parts = parts;
  }

  async receive(request: IncomingMessage): Promise<void> {
    const parser = createParser(request);
    await new Promise<void>((resolve, reject) => {
      const fail = (error: Error) => {
        request.unpipe(parser);
        parser.destroy();
        reject(error);
        this.#refused.abort();
      };
      const guard = (work: () => void) => {
        try {
          work();
        } catch (error) {
          fail(error as Error);
        }
      };
      parser.on('field', (name, value, info) =>
        guard(() => this.#onField(name, value, info.valueTruncated)),
      );
      parser.on('file', (name, stream, info) => {
        stream.on('error', fail);
        const written = this.#onFile(name, stream, info);
        this.#writes.push(written);
        written.catch(fail);
      });
      parser.on('partsLimit', () =>
        fail(
          new InputError(
            `The request has ${PUSH_LIMITS.parts} parts or more; send the manifest and at most ${PUSH_LIMITS.items} files, and split the rest.`,
          ),
        ),
      );
      parser.on('error', error =>
        fail(
          new InputError(
            `The request is no whole multipart/form-data: ${
              (error as Error).message
            }.`,
          ),
        ),
      );
      parser.on('close', () => resolve());
      request.on('error', fail);
      request.on('close', () => {
        if (!request.complete) {
          fail(new InputError('The client went away before the end.'));
        }
      });
      request.pipe(parser);
    });
    await Promise.all(this.#writes);
  }

  /** Waits until nothing is being written any more, whatever came of it. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#writes);
  }

  finished(): {
    items: unknown[];
    files: ReadonlyMap<string, UploadedFile>;
  } {
    if (!this.#items) {
      throw new InputError(
        'manifest: is missing. Send it as the first part, a JSON array of items.',
      );
    }
    return { items: this.#items, files: this.#files };
  }

  #onField(name: string, value: string, truncated: boolean): void {
    if (name !== 'manifest') {
      throw new InputError(
        `${name.slice(
          0,
          100,
        )}: is not a field of this request; only manifest is. A file is sent as a part with a file name.`,
      );
    }
    if (truncated) {
      throw tooLarge('manifest', PUSH_LIMITS.manifestBytes);
    }
    this.#takeManifest(value);
  }

  async #onFile(
    name: string,
    stream: Readable,
    info: busboy.FileInfo,
  ): Promise<void> {
    if (name === 'manifest') {
      this.#manifest = readManifest(stream, this.#refused.signal).then(text =>
        this.#takeManifest(text),
      );
      await this.#manifest;
      return;
    }
    if (!this.#items && !this.#manifest) {
      throw new InputError(
        `manifest: must be the first part; the file part '${name.slice(
          0,
          100,
        )}' came before it.`,
      );
    }
    await this.#manifest;
    if (this.#names.has(name)) {
      throw new InputError(
        `${name.slice(0, 100)}: there are two file parts of this name.`,
      );
    }
    const { signal } = this.#refused;
    const hash = createHash('sha256');
    const meter = this.#meter(name, chunk => hash.update(chunk));
    if (!this.#wanted.has(name)) {
      await pipeline(stream, meter, drop, { signal });
      return;
    }
    // Before it is read, so that a second part of the same name is noticed.
    this.#names.add(name);
    const read = await pipeline(
      stream,
      meter,
      (pieces: AsyncIterable<Buffer>) => this.#parts.keep(pieces),
      { signal },
    );
    this.#files.set(name, {
      fileName: info.filename ?? '',
      mediaType: info.mimeType ?? '',
      sha256: hash.digest('hex'),
      read,
    });
  }

  #takeManifest(text: string): void {
    if (this.#items) {
      throw new InputError('manifest: is there twice.');
    }
    this.#items = parseManifest(text);
    this.#wanted = namedFiles(this.#items);
  }

  #meter(name: string, onChunk: (chunk: Buffer) => void): Transform {
    let bytes = 0;
    return new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        bytes += chunk.length;
        this.#totalBytes += chunk.length;
        if (bytes > PUSH_LIMITS.fileBytes) {
          done(tooLarge(name.slice(0, 100), PUSH_LIMITS.fileBytes));
        } else if (this.#totalBytes > PUSH_LIMITS.totalBytes) {
          done(tooLarge('The request', PUSH_LIMITS.totalBytes));
        } else {
          onChunk(chunk);
          done(null, chunk);
        }
      },
    });
  }
}
