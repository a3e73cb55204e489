import { InputError } from '@backstage/errors';
import { OpenSloFile } from '@maestro-conductor/slo-engine';
import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

const MAX_FILES = 1_000;
const MAX_DEPTH = 16;
const MAX_TOTAL_BYTES = 32 * 1024 * 1024;
const IS_YAML = /\.ya?ml$/i;

/**
 * The texts of files, and of the YAML files in folders and below, in the order of paths and names. Folders that are links or begin with a dot,
 * and `node_modules`, are passed over.
 *
 * @throws InputError where a path does not exist, a folder has no such file, or there are more than 1,000 files or 32 MiB
 * @internal
 */
export async function readSloFiles(paths: string[]): Promise<OpenSloFile[]> {
  const names = new Set<string>();
  for (const path of paths) {
    const found = await stat(path).catch(error => fail(path, error));
    const inside = found.isDirectory() ? await listFolder(path, 1) : [path];
    if (!inside.length) {
      throw new InputError(`${path} holds no *.yaml or *.yml file.`);
    }
    for (const name of inside) names.add(name);
    if (names.size > MAX_FILES) {
      throw new InputError(
        `These are more than ${MAX_FILES} files: name the folders of the OpenSLO documents themselves.`,
      );
    }
  }
  const files: OpenSloFile[] = [];
  let bytes = 0;
  for (const file of names) {
    const found = await stat(file).catch(error => fail(file, error));
    if (!found.isFile()) throw new InputError(`${file} is not a file.`);
    bytes += found.size;
    if (bytes > MAX_TOTAL_BYTES) {
      throw new InputError(
        `These are more than ${MAX_TOTAL_BYTES} bytes (at ${file}): name the OpenSLO documents themselves.`,
      );
    }
    const text = await readFile(file, 'utf8').catch(error => fail(file, error));
    files.push({ file, text });
  }
  return files;
}

async function listFolder(folder: string, depth: number): Promise<string[]> {
  if (depth > MAX_DEPTH) {
    throw new InputError(`${folder} lies more than ${MAX_DEPTH} folders deep.`);
  }
  const names = await readdir(folder).catch(error => fail(folder, error));
  const files: string[] = [];
  for (const name of names.sort()) {
    if (name.startsWith('.') || name === 'node_modules') continue;
    const path = join(folder, name);
    const found = await lstat(path).catch(error => fail(path, error));
    if (found.isDirectory()) files.push(...(await listFolder(path, depth + 1)));
    else if (found.isFile() && IS_YAML.test(name)) files.push(path);
    if (files.length > MAX_FILES) break;
  }
  return files;
}

function fail(path: string, error: NodeJS.ErrnoException): never {
  throw new InputError(
    error.code === 'ENOENT'
      ? `There is no ${path}.`
      : `${path} cannot be read (${error.code}).`,
  );
}
