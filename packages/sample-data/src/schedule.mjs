import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { valuesAt } from './fill.mjs';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/**
 * A run of a pipeline that reports something, or a series of runs.
 *
 * @typedef {object} Entry
 * @property {string} pipeline   One of those of the schedule.
 * @property {number} daysAgo   Days from the run, or the first of the series, to the anchor.
 * @property {number} [everyDays]   Days between the runs of a series.
 * @property {number} [times]   Runs of the series. A series without goes on for ever: the service lives.
 * @property {number} [againAfterDays]   Days from the first run of a series to that of its repetition, without end.
 * @property {Record<string, string>} reports   File below the folder of the schedule, by kind of evidence.
 * @property {import('./fill.mjs').Variables} [variables]   For `${name}` in the files.
 */

/**
 * @typedef {object} Pipeline
 * @property {number} run   Number of the run on the day of the anchor; each day has the next.
 * @property {number} hoursAgo   Hours before the time of day of the anchor at which it runs.
 * @property {boolean} [commits]   Whether each run is of a commit of its own; else its reports are bound to none.
 */

/**
 * @typedef {object} Schedule
 * @property {string} runUrl   With `${service}`, `${pipeline}` and `${run}`.
 * @property {string} ref
 * @property {string} environment
 * @property {Record<string, Pipeline>} pipelines
 * @property {Record<string, Entry[]>} services   By name of a component in the default namespace.
 */

/**
 * @typedef {object} SampleRecord
 * @property {string} file   Path of the file.
 * @property {import('./fill.mjs').Values | undefined} values   What it is filled with; `undefined` where it is sent as it is.
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
 * What the pipelines reported up to `now`, the newest first. The same arguments give the same records, and a later `now` gives
 * these and those since.
 *
 * @param {Schedule} schedule
 * @param {{ folder: string, anchor: Date, now: Date }} options   The days of the schedule count back from the anchor.
 * @returns {SampleRecord[]}
 */
export function expandSchedule(schedule, { folder, anchor, now }) {
  const records = [];
  for (const [service, entries] of Object.entries(schedule.services)) {
    for (const entry of entries) {
      const { run, hoursAgo } = schedule.pipelines[entry.pipeline];
      const start = anchor.getTime() - hoursAgo * HOUR;
      for (const day of daysOf(entry, (now.getTime() - start) / DAY)) {
        const time = new Date(start + day * DAY);
        const about = { service, entry, run: String(run + day), time, anchor };
        records.push(...toRecords(schedule, about, folder));
      }
    }
  }
  // ISO times of one length sort as text.
  return records.sort((a, b) =>
    b.manifest.observedAt.localeCompare(a.manifest.observedAt),
  );
}

/** The days on which an entry's pipeline runs, counted from that of the anchor, up to `last`. */
function* daysOf({ daysAgo, everyDays, times, againAfterDays }, last) {
  const runs = times ?? (everyDays ? Infinity : 1);
  for (let first = -daysAgo; first <= last; first += againAfterDays) {
    for (let index = 0; index < runs; index++) {
      const day = first + index * (everyDays ?? 0);
      if (day > last) return;
      yield day;
    }
    if (!againAfterDays) return;
  }
}

function toRecords(schedule, { service, entry, run, time, anchor }, folder) {
  const { pipeline, reports, variables } = entry;
  const { commits } = schedule.pipelines[pipeline];
  return Object.entries(reports).map(([kind, file]) => ({
    file: join(folder, file),
    values: valuesAt(variables ?? {}, { time, anchor }),
    manifest: {
      entity: `component:default/${service}`,
      kind,
      environment: schedule.environment,
      commit: commits ? commitOf(service, run) : '',
      ref: schedule.ref,
      defaultBranch: true,
      run: `${pipeline} ${run}`,
      attempt: 1,
      runUrl: schedule.runUrl
        .replace('${service}', service)
        .replace('${pipeline}', pipeline)
        .replace('${run}', run),
      observedAt: time.toISOString(),
    },
  }));
}

/** Looks like a commit, and is the same in each load. */
function commitOf(service, run) {
  return createHash('sha1').update(`${service} ${run}`).digest('hex');
}
