import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';

/** SHA-256 over the names and contents of all files below a folder, in hex. */
export async function digestOf(folder: string): Promise<string> {
  const entries = await fs.readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const content = await fs.readFile(file);
    hash.update(`${path.relative(folder, file)}\0${content.length}\0`);
    hash.update(content);
  }
  return hash.digest('hex');
}
