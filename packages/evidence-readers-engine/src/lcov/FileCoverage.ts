import { HitCount, Tally } from './HitCount';
import { LineHits } from './LineHits';

/**
 * What the records of one source file say together. Adding is commutative, so the order of records never matters.
 *
 * @internal
 */
export class FileCoverage {
  readonly #lines = new LineHits();
  readonly #branches = new HitCount<string>();
  readonly #functions = new HitCount<string>();
  #functionsStated = 0;

  /** True where the line was not known before. */
  addLine(line: number, hit: boolean): boolean {
    return this.#lines.add(line, hit);
  }

  /** True where the branch was not known before. */
  addBranch(key: string, taken: boolean): boolean {
    return this.#branches.add(key, taken);
  }

  /** True where the function was not known before. */
  addFunction(key: string, hit: boolean): boolean {
    return this.#functions.add(key, hit);
  }

  /** How many lines, branches and functions are known. */
  get size(): number {
    return this.#lines.size + this.#branches.size + this.#functions.size;
  }

  /** FNF of one record: some tools state functions there that they do not list. */
  stateFunctions(found: number) {
    this.#functionsStated = Math.max(this.#functionsStated, found);
  }

  get lines(): Tally {
    return this.#lines.tally;
  }

  get branches(): Tally {
    return this.#branches.tally;
  }

  /** `undefined` where functions are stated and none is listed: nobody can tell which were hit. */
  get functions(): Tally | undefined {
    const { found, hit } = this.#functions.tally;
    if (found === 0 && this.#functionsStated > 0) return undefined;
    return { found: Math.max(found, this.#functionsStated), hit };
  }
}
