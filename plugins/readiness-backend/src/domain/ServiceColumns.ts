import {
  Verdict,
  VERDICT_COUNTING,
} from '@maestro-conductor/plugin-readiness-common';
import type { ServiceValues } from './serviceValues';

/** A service as lists of teams need it; without `values` it was not evaluated yet. */
export interface ServiceRow {
  entityRef: string;
  /** Direct owners: groups, users, or refs of neither. */
  ownerRefs: string[];
  score?: number;
  ready: boolean;
  level?: string;
  evaluatedAt?: Date;
  values?: ServiceValues;
}

/** One dimension of all services. */
interface DimensionColumn {
  /** 0 to 1; NaN where nothing is known or the dimension does not count. */
  values: Float64Array;
  /** 1 where nothing is known. */
  noData: Uint8Array;
}

/** Sums over some services. Means are made of them, so that they can be added up first. */
export interface Tally {
  services: number;
  scored: number;
  ready: number;
  sum: number;
  dimensions: Map<string, { sum: number; counted: number; noData: number }>;
}

/** A tally of nothing. */
export function emptyTally(): Tally {
  return { services: 0, scored: 0, ready: 0, sum: 0, dimensions: new Map() };
}

/** Adds a tally to another. */
export function addTally(target: Tally, added: Tally): void {
  target.services += added.services;
  target.scored += added.scored;
  target.ready += added.ready;
  target.sum += added.sum;
  for (const [name, dimension] of added.dimensions) {
    const into = target.dimensions.get(name);
    if (!into) {
      target.dimensions.set(name, { ...dimension });
      continue;
    }
    into.sum += dimension.sum;
    into.counted += dimension.counted;
    into.noData += dimension.noData;
  }
}

function counts(verdict: Verdict): boolean {
  return VERDICT_COUNTING[verdict]?.counts ?? false;
}

/**
 * Services with their scores, column by column, so that sums over ten thousand of them take a millisecond or two, and holding them
 * takes a few megabytes. Services are named by their index in `rows`.
 */
export class ServiceColumns {
  /** What is not summed. */
  readonly rows: readonly Omit<ServiceRow, 'values' | 'ownerRefs'>[];
  /** Each combination of owners once. */
  readonly ownerSets: readonly (readonly string[])[];
  /** Index in `ownerSets` of each service. */
  readonly ownerSetOf: Int32Array;
  readonly #dimensions: ReadonlyMap<string, DimensionColumn>;

  constructor(services: readonly ServiceRow[]) {
    const owners = new Map<string, number>();
    const ownerSets: string[][] = [];
    const dimensions = new Map<string, DimensionColumn>();
    this.ownerSetOf = new Int32Array(services.length);
    this.rows = services.map(({ values, ownerRefs, ...row }, index) => {
      const key = [...ownerRefs].sort().join('\n');
      const known = owners.get(key) ?? ownerSets.push(ownerRefs) - 1;
      owners.set(key, known);
      this.ownerSetOf[index] = known;
      for (const [name, [verdict, value]] of Object.entries(values ?? {})) {
        const column = dimensions.get(name) ?? {
          values: new Float64Array(services.length).fill(NaN),
          noData: new Uint8Array(services.length),
        };
        dimensions.set(name, column);
        if (verdict === 'no-data') column.noData[index] = 1;
        else if (counts(verdict)) column.values[index] = value;
      }
      return row;
    });
    this.ownerSets = ownerSets;
    this.#dimensions = dimensions;
  }

  /** Sums by combination of owners, in the order of `ownerSets`, over the services that are meant. */
  tallyByOwners(included: (index: number) => boolean): Tally[] {
    const tallies = this.ownerSets.map(emptyTally);
    const meant: number[] = [];
    this.rows.forEach(({ score, ready }, index) => {
      if (!included(index)) return;
      meant.push(index);
      const tally = tallies[this.ownerSetOf[index]];
      tally.services += 1;
      tally.ready += ready ? 1 : 0;
      if (score !== undefined) {
        tally.scored += 1;
        tally.sum += score;
      }
    });
    for (const [name, { values, noData }] of this.#dimensions) {
      for (const index of meant) {
        const value = values[index];
        const measured = !Number.isNaN(value);
        if (!measured && noData[index] === 0) continue;
        const { dimensions } = tallies[this.ownerSetOf[index]];
        let sums = dimensions.get(name);
        if (!sums) {
          sums = { sum: 0, counted: 0, noData: 0 };
          dimensions.set(name, sums);
        }
        sums.noData += noData[index];
        if (measured) {
          sums.sum += value;
          sums.counted += 1;
        }
      }
    }
    return tallies;
  }
}
