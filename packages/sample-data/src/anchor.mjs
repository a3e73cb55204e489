import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The moment that the days of the schedule are counted from: that of the first load.
 *
 * @param {string} folder   Where it is kept.
 * @param {Date} now   Taken where there is none yet.
 * @returns {Promise<Date>}
 */
export async function loadAnchor(folder, now) {
  const file = join(folder, 'sample-data.json');
  try {
    const anchor = new Date(JSON.parse(await readFile(file, 'utf8')).anchor);
    if (Number.isNaN(anchor.getTime())) {
      throw new Error(`${file} holds no time: remove it to load anew.`);
    }
    return anchor;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${JSON.stringify({ anchor: now.toISOString() })}\n`);
  return now;
}
