import { stat } from 'node:fs/promises';
import { join } from 'node:path';

const ENTITY = 'component:default/maestro-conductor';
/** What the project's own test command leaves behind. */
const REPORTS = [
  { path: 'coverage/lcov.info', kind: 'coverage' },
  { path: 'unit-tests.junit.xml', kind: 'tests' },
];

/**
 * The reports that this project's own CI run left behind; none where it never ran here.
 *
 * @param {string} folder
 * @returns {Promise<import('./schedule.mjs').SampleRecord[]>}
 */
export async function findProjectReports(folder) {
  const records = [];
  for (const { path, kind } of REPORTS) {
    const file = join(folder, path);
    const written = await timeOf(file);
    if (written) records.push(toRecord(file, kind, written));
  }
  return records;
}

/** When a file was written; undefined where there is none. */
async function timeOf(file) {
  try {
    const { mtime } = await stat(file);
    return mtime;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

// The files say nothing of a commit, so none is claimed; their own time tells one run from the next.
function toRecord(file, kind, written) {
  const observedAt = written.toISOString();
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
