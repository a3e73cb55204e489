import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Expired entries are dropped when this many are there. */
const SWEEP_AT = 1000;
const SAVE_AFTER_MS = 200;
/** Only these need to outlive the process; the others last minutes. */
const KEPT = ['Session', 'Grant', 'RefreshToken'];

/**
 * What the provider remembers: sessions, grants, tokens. In memory, and where a folder is given also in a file there, so that
 * people stay signed in over a restart. Made for one process and a handful of people.
 */
export class StateStore {
  #entries = new Map();
  #file;
  #timer;

  /** @param {string | undefined} folder */
  constructor(folder) {
    if (!folder) return;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#file = join(folder, 'sample-identity-state.json');
    try {
      this.#entries = new Map(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch (error) {
      if (error.code !== 'ENOENT') {
        throw new Error(
          `${this.#file} cannot be read (${
            error.message
          }): remove it, people then sign in again.`,
        );
      }
    }
  }

  get(key) {
    const entry = this.#entries.get(key);
    return entry && entry.expiresAt > Date.now() ? entry.payload : undefined;
  }

  set(key, payload, expiresInSeconds) {
    if (this.#entries.size >= SWEEP_AT) this.#sweep();
    const expiresAt = Date.now() + (expiresInSeconds ?? 86_400) * 1000;
    this.#entries.set(key, { payload, expiresAt });
    this.#saveSoon();
  }

  delete(key) {
    this.#entries.delete(key);
    this.#saveSoon();
  }

  /** Marks a code or token as used; its expiry stays as it was. */
  consume(key) {
    const payload = this.get(key);
    if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    this.#saveSoon();
  }

  /** Key and payload of all that has not expired. */
  *entries() {
    const now = Date.now();
    for (const [key, { payload, expiresAt }] of this.#entries) {
      if (expiresAt > now) yield [key, payload];
    }
  }

  /** Writes what is waiting to be written. */
  flush() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#file) return;
    const now = Date.now();
    const kept = [...this.#entries].filter(
      ([key, entry]) =>
        entry.expiresAt > now &&
        KEPT.some(model => key.startsWith(`${model}:`)),
    );
    writeFileSync(`${this.#file}.new`, JSON.stringify(kept), { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
  }

  #sweep() {
    const now = Date.now();
    for (const [key, { expiresAt }] of this.#entries) {
      if (expiresAt <= now) this.#entries.delete(key);
    }
  }

  #saveSoon() {
    if (!this.#file || this.#timer) return;
    this.#timer = setTimeout(() => this.flush(), SAVE_AFTER_MS);
    this.#timer.unref();
  }
}

/**
 * The adapter that oidc-provider asks for, one instance per model.
 *
 * @param {StateStore} store
 */
export function createAdapter(store) {
  return class StateAdapter {
    constructor(model) {
      this.model = model;
    }

    #key(id) {
      return `${this.model}:${id}`;
    }

    async upsert(id, payload, expiresIn) {
      store.set(this.#key(id), payload, expiresIn);
    }

    async find(id) {
      return store.get(this.#key(id));
    }

    async findByUid(uid) {
      return this.#findWhere(payload => payload.uid === uid);
    }

    async findByUserCode(userCode) {
      return this.#findWhere(payload => payload.userCode === userCode);
    }

    async consume(id) {
      store.consume(this.#key(id));
    }

    async destroy(id) {
      store.delete(this.#key(id));
    }

    async revokeByGrantId(grantId) {
      for (const [key, payload] of store.entries()) {
        if (payload.grantId === grantId) store.delete(key);
      }
    }

    #findWhere(matches) {
      for (const [key, payload] of store.entries()) {
        if (key.startsWith(`${this.model}:`) && matches(payload))
          return payload;
      }
      return undefined;
    }
  };
}
