import { loadAnchor } from './anchor.mjs';
import { planBatches } from './planBatches.mjs';
import { planLoad } from './planLoad.mjs';
import { findProjectReports } from './projectReports.mjs';
import { expandSchedule, readSchedule } from './schedule.mjs';

/**
 * What came of a load.
 *
 * @typedef {object} Outcome
 * @property {number} created
 * @property {number} existing
 * @property {{ record: import('./schedule.mjs').SampleRecord, error: { message: string } | undefined }[]} rejected
 */

/** The sample organisation's evidence on its way into the portal. Remembers up to when everything is there. */
export class SampleData {
  #portal;
  #settings;
  #since;

  /** @param {{ portal: import('./Portal.mjs').Portal, settings: import('./settings.mjs').Settings }} options */
  constructor({ portal, settings }) {
    this.#portal = portal;
    this.#settings = settings;
  }

  /**
   * Pushes what is due. The first call pushes everything, of which the portal may have some; the next only what came since.
   *
   * @param {Date} now
   * @param {(done: number, all: number) => void} [onProgress]
   * @returns {Promise<Outcome>}
   */
  async load(now, onProgress = () => {}) {
    const { data, evidence, artifacts } = this.#settings;
    const anchor = await loadAnchor(data, now);
    const due = expandSchedule(await readSchedule(evidence), {
      folder: evidence,
      anchor,
      now,
    });
    const sample = planLoad(due, { anchor, now, since: this.#since });
    const own = await findProjectReports(artifacts);
    // Scores come from the newest; what this project reported of itself is next.
    const [newest, ...past] = planBatches(sample);
    const batches = [newest, own, ...past].filter(batch => batch?.length > 0);

    const sum = { created: 0, existing: 0, rejected: [] };
    let done = 0;
    for (const batch of batches) {
      const { created, existing, rejected } = await this.#portal.push(batch);
      sum.created += created;
      sum.existing += existing;
      sum.rejected.push(...rejected);
      done += batch.length;
      onProgress(done, sample.length + own.length);
    }
    this.#since = now;
    return sum;
  }
}
