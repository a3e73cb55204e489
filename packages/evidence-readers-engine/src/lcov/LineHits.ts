import { HitCount, Tally } from './HitCount';

const UNKNOWN = 0;
const MISSED = 1;
const HIT = 2;

const FIRST_LENGTH = 256;
/** Numbers of lines per line known, up to which a table takes less memory and time than a map. */
const SPARSE = 8;

/**
 * Counts distinct lines and those of them that were hit, as `HitCount` does of anything. Most lines of a file stand close together: they
 * have a table with a byte for each. Lines far beyond the others are counted apart, so that no number makes the table large.
 *
 * @internal
 */
export class LineHits {
  #states = new Uint8Array(FIRST_LENGTH);
  #found = 0;
  #hit = 0;
  readonly #far = new HitCount<number>();

  /** True where the line was not known before. */
  add(line: number, hit: boolean): boolean {
    if (line >= this.#states.length && !this.#reaches(line)) {
      return this.#far.add(line, hit);
    }
    const before = this.#states[line];
    if (before === UNKNOWN && this.#far.has(line)) {
      return this.#far.add(line, hit);
    }
    if (hit && before !== HIT) this.#hit += 1;
    if (before === UNKNOWN) this.#found += 1;
    if (hit || before === UNKNOWN) this.#states[line] = hit ? HIT : MISSED;
    return before === UNKNOWN;
  }

  get size(): number {
    return this.#found + this.#far.size;
  }

  get tally(): Tally {
    const far = this.#far.tally;
    return { found: this.#found + far.found, hit: this.#hit + far.hit };
  }

  /** Makes the table longer where the line is near enough for it. */
  #reaches(line: number): boolean {
    if (line >= (this.#found + FIRST_LENGTH) * SPARSE) return false;
    const states = new Uint8Array(Math.max(line + 1, this.#states.length * 2));
    states.set(this.#states);
    this.#states = states;
    return true;
  }
}
