/**
 * What the records of one source file say together. Adding is commutative, so the order of records never matters.
 *
 * @internal
 */
export class FileCoverage {
  readonly #lines = new Map<number, boolean>();
  readonly #branches = new Map<string, boolean>();
  readonly #functions = new Map<string, boolean>();
  #functionsStated = 0;

  /** True where the line was not known before. */
  addLine(line: number, hit: boolean): boolean {
    return add(this.#lines, line, hit);
  }

  /** True where the branch was not known before. */
  addBranch(key: string, taken: boolean): boolean {
    return add(this.#branches, key, taken);
  }

  /** True where the function was not known before. */
  addFunction(key: string, hit: boolean): boolean {
    return add(this.#functions, key, hit);
  }

  /** FNF of one record: some tools state functions there that they do not list. */
  stateFunctions(found: number) {
    this.#functionsStated = Math.max(this.#functionsStated, found);
  }

  get lines(): Tally {
    return tally(this.#lines);
  }

  get branches(): Tally {
    return tally(this.#branches);
  }

  /** `undefined` where functions are stated and none is listed: nobody can tell which were hit. */
  get functions(): Tally | undefined {
    const { found, hit } = tally(this.#functions);
    if (found === 0 && this.#functionsStated > 0) return undefined;
    return { found: Math.max(found, this.#functionsStated), hit };
  }
}

/** `0 <= hit <= found`. @internal */
export interface Tally {
  found: number;
  hit: number;
}

function add<K>(map: Map<K, boolean>, key: K, hit: boolean): boolean {
  const before = map.get(key);
  map.set(key, hit || before === true);
  return before === undefined;
}

function tally(map: Map<unknown, boolean>): Tally {
  let hit = 0;
  for (const isHit of map.values()) if (isHit) hit += 1;
  return { found: map.size, hit };
}
