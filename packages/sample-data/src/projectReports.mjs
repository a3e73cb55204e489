import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

const ENTITY = 'component:default/maestro-conductor';
const MAX_REPORTS = 20;
/** Kinds by the names that reports commonly have. */
const NAMES = [
  { pattern: /(^|[.-])lcov(\.info)?$/, kind: 'coverage' },
  { pattern: /junit[^/]*\.xml$/, kind: 'tests' },
];

/**
 * The reports that this project's own CI run left behind; none where it never ran here.
 *
 * @param {string} folder
 * @returns {Promise<import('./schedule.mjs').SampleRecord[]>}
 */
export async function findProjectReports(folder) {
  const records = [];
  for (const name of await list(folder)) {
    const kind = NAMES.find(({ pattern }) =>
      pattern.test(basename(name)),
    )?.kind;
    if (kind && records.length < MAX_REPORTS) {
      records.push(await toRecord(join(folder, name), kind));
    }
  }
  return records;
}

async function list(folder) {
  try {
    return (await readdir(folder, { recursive: true })).sort();
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

// The files say nothing of a commit, so none is claimed; their own time tells one run from the next.
async function toRecord(file, kind) {
  const { mtime } = await stat(file);
  const observedAt = mtime.toISOString();
  return {
    file,
    values: undefined,
    manifest: {
      entity: ENTITY,
      kind,
      environment: 'production',
      defaultBranch: true,
      run: `local ${observedAt}`,
      observedAt,
    },
  };
}
