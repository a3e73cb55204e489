import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadAnchor } from './anchor.mjs';
import { planSamples } from './planSamples.mjs';
import { readTraffic } from './traffic.mjs';

const DAY = 24 * 60;
/** Longer than any window of the objectives: of what was missed before, nothing is seen. */
const MOST_DAYS = 32;
/** From before the first load. */
const HISTORY_DAYS = 30;

const minuteOf = time => Math.floor(time.getTime() / 60_000);

/** What the sample organisation's services count, on its way into the portal. Keeps up to when everything is there. */
export class SampleCounts {
  #portal;
  #settings;

  /** @param {{ portal: import('./Portal.mjs').Portal, settings: import('./settings.mjs').Settings }} options */
  constructor({ portal, settings }) {
    this.#portal = portal;
    this.#settings = settings;
  }

  /**
   * Pushes the minutes that have ended since everything was pushed last; the whole history the first time.
   *
   * @param {Date} now
   * @returns {Promise<{ minutes: number, rejected: { series: object, error: { message: string } | undefined }[] }>}
   */
  async load(now) {
    const { data, traffic: folder } = this.#settings;
    const anchor = minuteOf(await loadAnchor(data, now));
    const to = minuteOf(now);
    const from = Math.max(
      (await this.#readUntil(anchor)) ?? anchor - HISTORY_DAYS * DAY,
      to - MOST_DAYS * DAY,
    );
    const rejected = [];
    const traffic = await readTraffic(folder);
    for (const series of planSamples(traffic, { anchor, from, to })) {
      rejected.push(...(await this.#portal.pushSamples(series)));
    }
    if (rejected.length === 0) await this.#writeUntil(anchor, to);
    return { minutes: Math.max(0, to - from), rejected };
  }

  get #file() {
    return join(this.#settings.data, 'sample-counts.json');
  }

  /** The minute up to which everything was pushed; undefined before the first time, and when the days count from another anchor. */
  async #readUntil(anchor) {
    try {
      const kept = JSON.parse(await readFile(this.#file, 'utf8'));
      return kept.anchor === anchor && Number.isInteger(kept.until)
        ? kept.until
        : undefined;
    } catch (error) {
      if (error.code === 'ENOENT') return undefined;
      throw new Error(
        `${this.#file} cannot be read (${
          error.message
        }): remove it to push all counts anew.`,
      );
    }
  }

  async #writeUntil(anchor, until) {
    await mkdir(this.#settings.data, { recursive: true });
    await writeFile(this.#file, `${JSON.stringify({ anchor, until })}\n`);
  }
}
