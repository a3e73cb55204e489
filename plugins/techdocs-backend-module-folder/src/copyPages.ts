import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import fs from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

/** Where mkdocs looks for its settings, in this order. */
const SETTINGS = ['mkdocs.yml', 'mkdocs.yaml'];

/**
 * Copies what renders docs: the settings of mkdocs and the folder of pages that they name (`docs_dir`, else `docs`).
 * Symbolic links are left out: they could show other files of the host.
 *
 * @throws NotAllowedError where `docs_dir` lies outside of the folder
 */
export async function copyPages(from: string, to: string): Promise<void> {
  let docsDir = 'docs';
  for (const name of SETTINGS) {
    const text = await readIfThere(path.join(from, name));
    if (text !== undefined) {
      docsDir = docsDirOf(text) ?? docsDir;
      await fs.writeFile(path.join(to, name), text);
      break;
    }
  }
  const pages = resolveSafeChildPath(from, docsDir);
  await fs.cp(pages, resolveSafeChildPath(to, docsDir), {
    recursive: true,
    filter: async source => !(await fs.lstat(source)).isSymbolicLink(),
  });
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    const isFile = (await fs.lstat(file)).isFile();
    return isFile ? await fs.readFile(file, 'utf8') : undefined;
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function docsDirOf(settings: string): string | undefined {
  const parsed: unknown = parse(settings, { logLevel: 'silent' });
  const docsDir =
    typeof parsed === 'object' && parsed !== null && 'docs_dir' in parsed
      ? parsed.docs_dir
      : undefined;
  return typeof docsDir === 'string' ? docsDir : undefined;
}
