import { InputError } from '@backstage/errors';
import { RecordManifestItem } from '@maestro-conductor/plugin-evidence-common';
import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { MAX_FILE_BYTES, MAX_FILES, MAX_TOTAL_BYTES } from './limits';

const MEGABYTE = 1024 * 1024;

/**
 * The body of `POST /v1/records`: the manifest, then the files, which are read from disk while they are sent.
 *
 * @param files - Paths.
 * @param record - What the manifest says of each of them.
 * @throws InputError naming the file that is missing, empty, too large or no file
 * @internal
 */
export async function createUpload(
  files: string[],
  record: Omit<RecordManifestItem, 'file'>,
): Promise<FormData> {
  if (files.length > MAX_FILES) {
    throw new InputError(
      `${files.length} files are too many: push at most ${MAX_FILES} at once.`,
    );
  }
  let total = 0;
  for (const file of files) total += await checkedSize(file);
  if (total > MAX_TOTAL_BYTES) {
    throw new InputError(
      `The files have ${megabytes(total)} together: push at most ${megabytes(
        MAX_TOTAL_BYTES,
      )} at once.`,
    );
  }
  const form = new FormData();
  const manifest = files.map((_, index) => ({ file: part(index), ...record }));
  form.append('manifest', JSON.stringify(manifest));
  for (const [index, file] of files.entries()) {
    form.append(part(index), await openAsBlob(file), basename(file));
  }
  return form;
}

function part(index: number): string {
  return `file${index}`;
}

async function checkedSize(file: string): Promise<number> {
  const found = await stat(file).catch(error => {
    throw new InputError(
      error.code === 'ENOENT'
        ? `There is no file ${file}: did the step that writes it run?`
        : `${file} cannot be read (${error.code}).`,
    );
  });
  if (!found.isFile()) {
    throw new InputError(`${file} is not a file: name the reports themselves.`);
  }
  if (found.size === 0) {
    throw new InputError(
      `${file} is empty: did the step that writes it end well?`,
    );
  }
  if (found.size > MAX_FILE_BYTES) {
    throw new InputError(
      `${file} has ${megabytes(found.size)}: the portal takes ${megabytes(
        MAX_FILE_BYTES,
      )} at most.`,
    );
  }
  return found.size;
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / MEGABYTE)} MB`;
}
