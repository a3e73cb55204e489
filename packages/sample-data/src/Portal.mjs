import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fill } from './fill.mjs';

const PAUSE_MS = 1000;
const ANSWER_TIMEOUT_MS = 120_000;
/** Of samples: the portal has just started. */
const NOT_YET = ['UnknownEntity', 'UnknownObjective'];

/** The portal, as a pipeline sees it. */
export class Portal {
  #url;
  #token;
  #waitMs;

  /** @param {{ url: string, token: string, waitMs: number }} options */
  constructor({ url, token, waitMs }) {
    this.#url = url;
    this.#token = token;
    this.#waitMs = waitMs;
  }

  /** Comes back when the portal says that it is ready; throws when it does not within the time to wait. */
  async waitUntilReady() {
    const end = Date.now() + this.#waitMs;
    let said = 'no connection';
    while (Date.now() < end) {
      try {
        const response = await fetch(
          `${this.#url}/.backstage/health/v1/readiness`,
          { signal: AbortSignal.timeout(5000) },
        );
        await response.body?.cancel();
        if (response.ok) return;
        said = `status ${response.status}`;
      } catch (error) {
        said = error.cause?.code ?? error.message;
      }
      await sleep(PAUSE_MS);
    }
    throw new Error(
      `${this.#url} was not ready within ${
        this.#waitMs / 1000
      } seconds (${said}): look at the portal's log.`,
    );
  }

  /**
   * Pushes records; those whose entity is not in the catalog yet again and again, until the time to wait is over.
   *
   * @param {import('./schedule.mjs').SampleRecord[]} records
   * @returns {Promise<{ created: number, existing: number, rejected: { record: object, error: object }[] }>}
   */
  async push(records) {
    const end = Date.now() + this.#waitMs;
    const total = { created: 0, existing: 0, rejected: [] };
    let waiting = records;
    while (waiting.length > 0) {
      const unknown = [];
      for (const { index, status, error } of await this.#pushOnce(waiting)) {
        if (status !== 'rejected') total[status] += 1;
        else if (error?.code === 'UnknownEntity' && Date.now() < end) {
          unknown.push(waiting[index]);
        } else total.rejected.push({ record: waiting[index], error });
      }
      waiting = unknown;
      if (waiting.length > 0) await sleep(PAUSE_MS);
    }
    return total;
  }

  /**
   * Pushes counts of objectives; those of objectives that the portal has not read yet again and again, until the time to wait is over.
   *
   * @param {object[]} series   At most 100, of at most 1,440 samples.
   * @returns {Promise<{ series: object, error: object }[]>} what was refused
   */
  async pushSamples(series) {
    const end = Date.now() + this.#waitMs;
    const rejected = [];
    let waiting = series;
    while (waiting.length > 0) {
      const unknown = [];
      for (const { index, status, error } of await this.#sendSamples(waiting)) {
        if (status === 'accepted') continue;
        if (NOT_YET.includes(error?.code) && Date.now() < end) {
          unknown.push(waiting[index]);
        } else rejected.push({ series: waiting[index], error });
      }
      waiting = unknown;
      if (waiting.length > 0) await sleep(PAUSE_MS);
    }
    return rejected;
  }

  async #sendSamples(items) {
    return this.#send('/api/slo/v1/samples', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ items }),
    });
  }

  async #pushOnce(records) {
    return this.#send('/api/evidence/v1/records', {
      body: await toForm(records),
    });
  }

  /** What became of each item. */
  async #send(path, { headers, body }) {
    const response = await fetch(`${this.#url}${path}`, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${this.#token}` },
      body,
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    if (!response.ok) {
      const text = (await response.text()).slice(0, 500);
      throw new Error(
        `The portal refused sample data (${response.status}): ${text}`,
      );
    }
    return (await response.json()).items;
  }
}

async function toForm(records) {
  const form = new FormData();
  const manifest = records.map(({ manifest: item }, index) => ({
    file: `file${index}`,
    ...item,
  }));
  form.append('manifest', JSON.stringify(manifest));
  for (const [index, { file, values }] of records.entries()) {
    const content = await readFile(file);
    const bytes = values ? fill(content.toString('utf8'), values) : content;
    form.append(`file${index}`, new Blob([bytes]), basename(file));
  }
  return form;
}
