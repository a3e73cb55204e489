import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const PLACEHOLDER = /\$\{(\w+)\}/g;

/**
 * @typedef {object} Entry
 * @property {string} file   Path below the folder of the schedule.
 * @property {string} service   Name of a component in the default namespace.
 * @property {string} kind   Kind of evidence.
 * @property {number} daysAgo   Days before the anchor.
 * @property {number} [hoursAgo]   And hours.
 * @property {string} commit   `''` where the report is not bound to one.
 * @property {number} run   Of the pipeline; counted upwards in a series.
 * @property {number} [everyDays]   Days between the records of a series.
 * @property {number} [times]   How many records the series has.
 * @property {string} [environment]   That of the schedule where absent.
 * @property {Record<string, unknown>} [variables]   For `${name}` in the file; `{ daysAgo }` becomes a time.
 */

/**
 * @typedef {object} Schedule
 * @property {string} runUrl   With `${service}` and `${run}`.
 * @property {string} ref
 * @property {string} environment
 * @property {Entry[]} records
 */

/**
 * @typedef {object} SampleRecord
 * @property {string} file   Path of the file.
 * @property {Record<string, string> | undefined} variables
 * @property {object} manifest   What the manifest says of it, but for the name of the part.
 */

/**
 * @param {string} folder
 * @returns {Promise<Schedule>}
 */
export async function readSchedule(folder) {
  return parse(await readFile(join(folder, 'schedule.yaml'), 'utf8'));
}

/**
 * What the schedule comes to: one record for each time that is not after `now`, the newest first.
 *
 * @param {Schedule} schedule
 * @param {{ folder: string, anchor: Date, now: Date }} options
 * @returns {SampleRecord[]}
 */
export function expandSchedule(schedule, { folder, anchor, now }) {
  const records = [];
  for (const entry of schedule.records) {
    for (let index = 0; index < (entry.times ?? 1); index++) {
      const daysAgo = entry.daysAgo - index * (entry.everyDays ?? 0);
      const time =
        anchor.getTime() - daysAgo * DAY - (entry.hoursAgo ?? 0) * HOUR;
      if (time > now.getTime()) break;
      records.push(toRecord({ schedule, entry, index, time, folder, anchor }));
    }
  }
  // ISO times of one length sort as text.
  return records.sort((a, b) =>
    b.manifest.observedAt.localeCompare(a.manifest.observedAt),
  );
}

function toRecord({ schedule, entry, index, time, folder, anchor }) {
  const run = String(entry.run + index);
  return {
    file: join(folder, entry.file),
    variables: entry.variables && resolveVariables(entry.variables, anchor),
    manifest: {
      entity: `component:default/${entry.service}`,
      kind: entry.kind,
      environment: entry.environment ?? schedule.environment,
      commit: entry.commit,
      ref: schedule.ref,
      defaultBranch: true,
      run,
      attempt: 1,
      runUrl: fill(schedule.runUrl, { service: entry.service, run }),
      observedAt: new Date(time).toISOString(),
    },
  };
}

function resolveVariables(variables, anchor) {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null
        ? new Date(anchor.getTime() - value.daysAgo * DAY).toISOString()
        : String(value),
    ]),
  );
}

/**
 * Puts values in the place of `${name}`.
 *
 * @param {string} text
 * @param {Record<string, string>} values
 * @throws where a name has no value
 */
export function fill(text, values) {
  return text.replace(PLACEHOLDER, (_, name) => {
    if (values[name] === undefined) {
      throw new Error(
        `"${name}" has no value: add it to variables in schedule.yaml.`,
      );
    }
    return values[name];
  });
}
