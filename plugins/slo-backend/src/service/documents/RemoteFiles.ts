import {
  UrlReaderService,
  UrlReaderServiceReadTreeResponse,
  UrlReaderServiceReadUrlResponse,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { OpenSloFile } from '@maestro-conductor/slo-engine';
import { whileNotAborted } from '../whileNotAborted';
import { FileCollector } from './FileCollector';
import { isYaml, MOST_FILE_BYTES } from './limits';

/** Addresses whose files stay in memory, to be compared; what is beyond is fetched each time. */
const MOST_KEPT = 5_000;

interface Kept {
  etag: string;
  files: OpenSloFile[];
}

/** Reads documents by the portal's URL reader, so from where its `backend.reading.allow` and integrations let it. */
export class RemoteFiles {
  readonly #reader: UrlReaderService;
  readonly #timeoutMs: number;
  readonly #kept = new Map<string, Kept>();

  constructor(options: { reader: UrlReaderService; timeoutMs: number }) {
    this.#reader = options.reader;
    this.#timeoutMs = options.timeoutMs;
  }

  /** A file, or all YAML files of a folder and below it. What has not changed since is not fetched again. */
  async read(url: string, signal: AbortSignal): Promise<OpenSloFile[]> {
    const timeout = AbortSignal.timeout(this.#timeoutMs);
    const either = AbortSignal.any([signal, timeout]);
    try {
      return await whileNotAborted(this.#read(url, either), either);
    } catch (error) {
      if (timeout.aborted) {
        throw new Error(
          `${url} did not answer within ${this.#timeoutMs / 1_000} seconds`,
        );
      }
      throw error;
    }
  }

  async #read(url: string, signal: AbortSignal): Promise<OpenSloFile[]> {
    const kept = this.#kept.get(url);
    const options = { signal, etag: kept?.etag };
    try {
      const { pathname, searchParams } = new URL(url);
      // Azure has the path in the query.
      const isFile = isYaml(pathname) || isYaml(searchParams.get('path') ?? '');
      const [etag, files] = isFile
        ? await this.#readFile(url, options)
        : await this.#readFolder(url, options);
      if (etag) this.#keep(url, { etag, files });
      return files;
    } catch (error) {
      if (kept && isError(error) && error.name === 'NotModifiedError') {
        return kept.files;
      }
      throw error;
    }
  }

  #keep(url: string, kept: Kept): void {
    this.#kept.delete(url);
    this.#kept.set(url, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT) this.#kept.delete(oldest);
  }

  async #readFile(
    url: string,
    options: { signal: AbortSignal; etag?: string },
  ): Promise<[string | undefined, OpenSloFile[]]> {
    const response = await this.#reader.readUrl(url, options);
    const collector = new FileCollector();
    collector.add(url, await bytesOf(url, response, collector));
    return [response.etag, collector.files];
  }

  async #readFolder(
    url: string,
    options: { signal: AbortSignal; etag?: string },
  ): Promise<[string | undefined, OpenSloFile[]]> {
    const response: UrlReaderServiceReadTreeResponse =
      await this.#reader.readTree(url, {
        ...options,
        filter: path => isYaml(path),
      });
    const files = await response.files();
    const collector = new FileCollector();
    for (const file of files.sort((a, b) => (a.path < b.path ? -1 : 1))) {
      const place = `${url.replace(/\/+$/, '')}/${file.path}`;
      collector.add(place, await file.content());
    }
    return [response.etag, collector.files];
  }
}

/** Reads no more than a file may have, where the reader gives a stream. */
async function bytesOf(
  url: string,
  response: UrlReaderServiceReadUrlResponse,
  collector: FileCollector,
): Promise<Uint8Array> {
  if (!response.stream) return await response.buffer();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.stream()) {
    parts.push(part);
    bytes += part.byteLength;
    // Leaving the loop ends the stream.
    if (bytes > MOST_FILE_BYTES) collector.expect(url, bytes);
  }
  return Buffer.concat(parts);
}
