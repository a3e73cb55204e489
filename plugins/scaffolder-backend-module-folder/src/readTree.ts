import { InputError } from '@backstage/errors';
import fs from 'node:fs/promises';
import path from 'node:path';

const MAX_FILES = 1000;
const MAX_BYTES = 20 * 1024 * 1024;

/**
 * Reads all files below a folder, at most 1,000 of them and 20 MiB together.
 *
 * @returns content by path, relative to the folder, with `/` on every system, sorted
 * @throws InputError where a limit is passed or something is neither file nor folder: a symbolic link could bring a
 * file of the host along
 */
export async function readTree(folder: string): Promise<Map<string, Buffer>> {
  const entries = await fs.readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const files = new Map<string, Buffer>();
  let bytes = 0;
  const paths = entries
    .filter(entry => !entry.isDirectory())
    .map(entry => ({ entry, file: path.join(entry.parentPath, entry.name) }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  if (paths.length > MAX_FILES) {
    throw new InputError(
      `The workspace holds ${paths.length} files, at most ${MAX_FILES} can be published; name a smaller sourcePath`,
    );
  }
  for (const { entry, file } of paths) {
    const name = path.relative(folder, file).split(path.sep).join('/');
    if (!entry.isFile()) {
      throw new InputError(
        `${name} is no plain file; symbolic links and devices cannot be published`,
      );
    }
    const content = await fs.readFile(file);
    bytes += content.length;
    if (bytes > MAX_BYTES) {
      throw new InputError(
        `The files together are larger than ${MAX_BYTES} bytes; name a smaller sourcePath`,
      );
    }
    files.set(name, content);
  }
  return files;
}
