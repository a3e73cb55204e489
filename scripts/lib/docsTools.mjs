import fs from 'node:fs';
import path from 'node:path';
import { step } from './log.mjs';
import { inRoot, toolsDir } from './paths.mjs';
import { CommandError, run } from './run.mjs';
import { digestOf, once } from './stamp.mjs';

const REQUIREMENTS = 'scripts/techdocs-requirements.txt';
const isWindows = process.platform === 'win32';
const environment = path.join(toolsDir, 'techdocs');

/** Where `mkdocs` is once `ensureDocsTools` has run; belongs on the portal's PATH. */
export const docsBin = path.join(environment, isWindows ? 'Scripts' : 'bin');

const inDocsBin = name => path.join(docsBin, isWindows ? `${name}.exe` : name);

/**
 * Makes a Python environment with what renders TechDocs, unless it is there. Never fails: where it cannot be made, one
 * line says that docs stay unrendered, and why.
 *
 * @param say - takes that line, and the one that says that it is being made
 */
export async function ensureDocsTools(say = step) {
  try {
    await once(
      'techdocs',
      digestOf([REQUIREMENTS]),
      () => fs.existsSync(inDocsBin('mkdocs')),
      async () => {
        say('Getting mkdocs, which renders the docs (half a minute)');
        const python = isWindows ? 'python' : 'python3';
        await run(python, ['-m', 'venv', '--clear', environment], {
          quiet: true,
        });
        await run(
          inDocsBin('python'),
          [
            ...['-m', 'pip', 'install', '--quiet'],
            ...['--disable-pip-version-check', '--no-input'],
            ...['--requirement', inRoot(REQUIREMENTS)],
          ],
          { quiet: true },
        );
      },
    );
  } catch (error) {
    say(`Docs stay unrendered: ${reasonOf(error)}`);
  }
}

function reasonOf(error) {
  if (error.code === 'ENOENT') {
    return 'Python 3 was not found.';
  }
  const last = (error instanceof CommandError ? error.output : error.message)
    .trim()
    .split('\n')
    .pop();
  return `mkdocs could not be installed (${last}).`;
}
