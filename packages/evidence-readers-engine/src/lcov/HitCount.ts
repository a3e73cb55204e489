/** `0 <= hit <= found`. @internal */
export interface Tally {
  found: number;
  hit: number;
}

/**
 * Counts distinct things and those of them that were hit, while they are added: the tally is there at once, however
 * many they are.
 *
 * @internal
 */
export class HitCount<K> {
  readonly #isHit = new Map<K, boolean>();
  #hit = 0;

  /** True where the key was not known before. */
  add(key: K, hit: boolean): boolean {
    const before = this.#isHit.get(key);
    if (hit && before !== true) this.#hit += 1;
    if (before === undefined || hit) this.#isHit.set(key, hit);
    return before === undefined;
  }

  has(key: K): boolean {
    return this.#isHit.has(key);
  }

  get size(): number {
    return this.#isHit.size;
  }

  get tally(): Tally {
    return { found: this.#isHit.size, hit: this.#hit };
  }
}
