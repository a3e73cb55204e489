import path from 'node:path';
import { isError } from '@backstage/errors';
import { ProjectedEntity } from '@maestro-conductor/backend-kit';
import { DocumentProblem } from '@maestro-conductor/plugin-slo-common';
import { OpenSloFile } from '@maestro-conductor/slo-engine';
import { DocumentTarget, documentTargets } from '../../domain/documentTargets';
import { LocalFiles } from './LocalFiles';
import { RemoteFiles } from './RemoteFiles';

/** The files of a document, or why they cannot be read. */
export type FetchedDocument =
  | { files: OpenSloFile[]; problems: DocumentProblem[] }
  | { error: string };

const MOST_LETTERS = 500;

/** Fetches the files of documents, wherever they are. */
export class DocumentReader {
  readonly #local: LocalFiles;
  readonly #remote: RemoteFiles;
  readonly #resolve: (address: string, base: string) => string;

  constructor(options: {
    local: LocalFiles;
    remote: RemoteFiles;
    /** An address relative to another one. */
    resolve(address: string, base: string): string;
  }) {
    this.#local = options.local;
    this.#remote = options.remote;
    this.#resolve = options.resolve;
  }

  /** A folder of the configuration. One that is not there may come back, so that is a failure and not the end of its objectives. */
  async readFolder(folder: string): Promise<FetchedDocument> {
    try {
      return { files: await this.#local.read(folder), problems: [] };
    } catch (error) {
      return { error: sentenceOf(error) };
    }
  }

  /** What the annotation of an entity names. A document that is gone takes its objectives with it; one that cannot be read does not. */
  async readEntity(
    { entity }: ProjectedEntity,
    signal: AbortSignal,
  ): Promise<FetchedDocument> {
    const files = new Map<string, OpenSloFile>();
    const problems: DocumentProblem[] = [];
    try {
      for (const target of documentTargets(entity, this.#resolve)) {
        const place = placeOf(target);
        try {
          const found =
            target.kind === 'url'
              ? await this.#remote.read(place, signal)
              : await this.#local.read(place);
          // A file that is named twice is one file.
          for (const file of found) files.set(file.file, file);
        } catch (error) {
          if (!isError(error) || error.name !== 'NotFoundError') throw error;
          problems.push(gone(target, error));
        }
      }
      return { files: [...files.values()], problems };
    } catch (error) {
      signal.throwIfAborted();
      return { error: sentenceOf(error) };
    }
  }
}

function placeOf(target: DocumentTarget): string {
  return target.kind === 'url'
    ? target.url
    : path.resolve(path.dirname(target.descriptor), target.path);
}

function gone(target: DocumentTarget, error: unknown): DocumentProblem {
  return {
    severity: 'error',
    file: target.kind === 'url' ? target.url : target.path,
    line: 1,
    rule: 'not-found',
    message: `${sentenceOf(error)}. What it declared is no objective any more`,
  };
}

/** An address may hold a password: what stands before its @ is left out. */
function sentenceOf(error: unknown): string {
  const message = isError(error) ? error.message : String(error);
  return message
    .replace(/\/\/[^\s/@]*@/g, '//')
    .replace(/\s+/g, ' ')
    .slice(0, MOST_LETTERS);
}
