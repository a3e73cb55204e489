import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Public files of one format with figures counted by an independent script, for tests. */
interface RealFile {
  name: string;
  content: Uint8Array;
  /** Its entry in `expected.json`. */
  expected: Record<string, unknown>;
}

/**
 * The files below `evidence/<format>` of the folder that CONDUCTOR_TEST_DATA names; `undefined` where it is not set.
 */
export function realFiles(format: string): RealFile[] | undefined {
  const root = process.env.CONDUCTOR_TEST_DATA;
  if (!root) return undefined;
  const { files } = JSON.parse(
    readFileSync(join(root, 'evidence', 'expected.json'), 'utf8'),
  );
  return readdirSync(join(root, 'evidence', format)).map(name => ({
    name,
    content: readFileSync(join(root, 'evidence', format, name)),
    expected: files[`${format}/${name}`],
  }));
}

/** The files of every format, by their path below `evidence`; none where CONDUCTOR_TEST_DATA is not set. */
export function allRealFiles(): Array<{ path: string; content: Uint8Array }> {
  const root = process.env.CONDUCTOR_TEST_DATA;
  if (!root) return [];
  const folder = join(root, 'evidence');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.parentPath !== folder)
    .map(({ name, parentPath }) => ({
      path: relative(folder, join(parentPath, name)),
      content: readFileSync(join(parentPath, name)),
    }));
}
