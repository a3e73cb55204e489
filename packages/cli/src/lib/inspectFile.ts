import { InputError } from '@backstage/errors';
import {
  recognise,
  standardReaders,
} from '@maestro-conductor/evidence-readers-engine';
import {
  EvidenceKind,
  FactReading,
} from '@maestro-conductor/plugin-evidence-common';
import { open } from 'node:fs/promises';
import { MAX_FILE_BYTES } from './limits';

/** What the portal would make of a file. @internal */
export type Inspection = { file: string; size: number } & (
  | {
      status: 'readable';
      kind: EvidenceKind;
      format: string;
      mediaType: string;
      /** When the artifact itself says that it was made: ISO 8601, UTC. */
      observedAt?: string;
      facts: FactReading[];
    }
  | {
      status: 'unreadable';
      /** The kind and format, where one was recognised. */
      kind?: EvidenceKind;
      format?: string;
      error: {
        code: 'TooLarge' | 'NotRecognised' | 'Ambiguous' | 'Invalid';
        field?: string;
        message: string;
      };
    }
);

/**
 * Reads a file as the portal would, without one. A file that is larger than the portal takes is not read at all.
 *
 * @throws InputError where there is no such file
 * @internal
 */
export async function inspectFile(
  file: string,
  kind?: EvidenceKind,
): Promise<Inspection> {
  const { size, content } = await readBounded(file);
  const base = { file, size };
  if (!content) {
    const message = `the file has ${size} bytes; the portal takes ${MAX_FILE_BYTES} at most: split the report`;
    const error = { code: 'TooLarge' as const, field: 'file', message };
    return { ...base, status: 'unreadable', error };
  }
  const found = await recognise(content, standardReaders, { kind });
  switch (found.status) {
    case 'ok': {
      const { status, ...read } = found;
      return { ...base, status: 'readable', ...read };
    }
    case 'invalid': {
      const { field, message } = found;
      return {
        ...base,
        status: 'unreadable',
        kind: found.kind,
        format: found.format,
        error: { code: 'Invalid', field, message },
      };
    }
    case 'ambiguous':
      return {
        ...base,
        status: 'unreadable',
        error: { code: 'Ambiguous', field: 'kind', message: found.message },
      };
    default:
      return {
        ...base,
        status: 'unreadable',
        error: { code: 'NotRecognised', message: found.message },
      };
  }
}

async function readBounded(
  file: string,
): Promise<{ size: number; content?: Buffer }> {
  const handle = await open(file).catch(error => {
    throw new InputError(
      error.code === 'ENOENT'
        ? `There is no file ${file}: did the step that writes it run?`
        : `${file} cannot be read (${error.code}).`,
    );
  });
  try {
    const found = await handle.stat();
    if (!found.isFile()) {
      throw new InputError(
        `${file} is not a file: name the reports themselves.`,
      );
    }
    const { size } = found;
    return size > MAX_FILE_BYTES
      ? { size }
      : { size, content: await handle.readFile() };
  } finally {
    await handle.close();
  }
}
