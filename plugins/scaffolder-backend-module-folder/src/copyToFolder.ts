import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, isError } from '@backstage/errors';
import fs from 'node:fs/promises';
import path from 'node:path';
import { readTree } from './readTree';

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MAX_NAME = 63;

/** Says that the name is taken by something else. */
const taken = (folder: string) =>
  new ConflictError(
    `${folder} exists and holds other files; choose another name, or remove the folder first`,
  );

/**
 * Writes files as the folder `name` below `root`, all or nothing: others see the folder complete or not at all.
 *
 * @returns the folder, and whether it was written or held exactly these files already
 * @throws InputError where the name is not allowed, ConflictError where the folder exists with other files
 */
export async function copyToFolder(options: {
  root: string;
  name: string;
  files: ReadonlyMap<string, Buffer>;
  dryRun?: boolean;
}): Promise<{ folder: string; status: 'created' | 'unchanged' }> {
  const { root, name, files, dryRun } = options;
  if (name.length > MAX_NAME || !NAME.test(name)) {
    throw new InputError(
      `name must be lower-case letters, digits and single hyphens, at most ${MAX_NAME} characters; it is ${JSON.stringify(
        name.slice(0, 2 * MAX_NAME),
      )}`,
    );
  }
  const folder = path.join(root, name);
  const existing = await readExisting(folder);
  if (existing) {
    if (!sameFiles(existing, files)) {
      throw taken(folder);
    }
    return { folder, status: 'unchanged' };
  }
  if (!dryRun) {
    await fs.mkdir(root, { recursive: true });
    const unfinished = await fs.mkdtemp(path.join(root, '.unfinished-'));
    try {
      await writeFiles(unfinished, files);
      await rename(unfinished, folder);
    } finally {
      await fs.rm(unfinished, { recursive: true, force: true });
    }
  }
  return { folder, status: 'created' };
}

async function readExisting(folder: string) {
  try {
    return await readTree(folder);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    if (isSystemError(error, 'ENOTDIR')) throw taken(folder);
    throw error;
  }
}

function sameFiles(
  a: ReadonlyMap<string, Buffer>,
  b: ReadonlyMap<string, Buffer>,
): boolean {
  return (
    a.size === b.size &&
    [...a].every(([name, content]) => b.get(name)?.equals(content))
  );
}

async function writeFiles(folder: string, files: ReadonlyMap<string, Buffer>) {
  // mkdtemp lets only its owner in; a published folder is like any other.
  await fs.chmod(folder, 0o755);
  for (const [name, content] of files) {
    const file = resolveSafeChildPath(folder, name);
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, content);
  }
}

/** Two runs may publish the same name at once: the second finds the folder there. */
async function rename(from: string, to: string) {
  try {
    await fs.rename(from, to);
  } catch (error) {
    if (isSystemError(error, 'ENOTEMPTY', 'EEXIST', 'EPERM')) throw taken(to);
    throw error;
  }
}

function isSystemError(error: unknown, ...codes: string[]): boolean {
  return isError(error) && codes.includes(String(error.code));
}
