import { BudgetRule, DaysNeeded } from '@maestro-conductor/slo-engine';
import { SampleStore, StoredRollUp } from '../database/SampleStore';
import { ruleKey } from '../domain/ruleKey';
import { LoadedDays } from './LoadedDays';
import { groupBy } from '../domain/groupBy';

/** Sums kept in memory: about 40 MB. An objective of 30 days has 32. */
const MOST_KEPT = 200_000;

/** Packed days that are read at once: about 2 MB. */
const BLOCKS = 1_000;

/** The days of an objective that a computation asks for. */
export interface DaysRequest {
  objectiveId: string;
  rule: BudgetRule;
  /** Revision of its samples, as it was last seen. */
  revision: number;
  needed: DaysNeeded;
}

/**
 * Reads days of many objectives. What was read stays in memory with the revision of the samples that it is of: of an objective whose samples
 * changed, only the days written since are read again. Another replica may write meanwhile; the revision tells.
 */
export class DayReader {
  readonly #store: SampleStore;
  #kept = new Map<string, LoadedDays>();
  #size = 0;

  constructor(options: { store: SampleStore }) {
    this.#store = options.store;
  }

  /** By objective. Sums that were made by another rule are made anew first. */
  async load(
    requests: readonly DaysRequest[],
  ): Promise<Map<string, LoadedDays>> {
    if (this.#size > MOST_KEPT) this.#forget();
    const loaded = new Map(
      requests.map(request => [request.objectiveId, this.#shelf(request)]),
    );
    await this.#readSums(requests, loaded);
    await this.#readBlocks(requests, loaded);
    return loaded;
  }

  #forget(): void {
    this.#kept = new Map();
    this.#size = 0;
  }

  #shelf({ objectiveId, rule, needed }: DaysRequest): LoadedDays {
    const key = ruleKey(rule);
    const kept = this.#kept.get(objectiveId);
    if (kept && kept.rule === key && kept.fromDay <= needed.first) return kept;
    this.#size -= kept?.rollUps.size ?? 0;
    const fresh = new LoadedDays({ fromDay: needed.first, rule: key });
    this.#kept.set(objectiveId, fresh);
    return fresh;
  }

  async #readSums(
    requests: readonly DaysRequest[],
    loaded: ReadonlyMap<string, LoadedDays>,
  ): Promise<void> {
    const changed = requests.filter(
      ({ objectiveId, revision }) =>
        loaded.get(objectiveId)!.revision !== revision,
    );
    const read = () =>
      this.#store.readRollUps(
        changed.map(({ objectiveId }) => {
          const { fromDay, revision } = loaded.get(objectiveId)!;
          return { objectiveId, fromDay, after: revision };
        }),
      );
    let sums = await read();
    if (await this.#sumAnew(changed, loaded, sums)) sums = await read();
    for (const sum of sums) {
      const days = loaded.get(sum.objectiveId)!;
      if (!days.rollUps.has(sum.day)) this.#size += 1;
      days.replace(sum.day, sum);
      days.revision = Math.max(days.revision, sum.revision);
    }
    for (const { objectiveId, revision } of changed) {
      const days = loaded.get(objectiveId)!;
      days.revision = Math.max(days.revision, revision);
    }
  }

  /** Brings sums under the objective's rule. @returns whether there were others */
  async #sumAnew(
    requests: readonly DaysRequest[],
    loaded: ReadonlyMap<string, LoadedDays>,
    sums: readonly StoredRollUp[],
  ): Promise<boolean> {
    const outdated = groupBy(
      sums.filter(
        ({ objectiveId, rule }) => loaded.get(objectiveId)!.rule !== rule,
      ),
      ({ objectiveId }) => objectiveId,
    );
    for (const { objectiveId, rule } of requests) {
      const days = outdated.get(objectiveId)?.map(({ day }) => day);
      if (days) await this.#store.sumAnew(objectiveId, rule, days);
    }
    return outdated.size > 0;
  }

  async #readBlocks(
    requests: readonly DaysRequest[],
    loaded: ReadonlyMap<string, LoadedDays>,
  ): Promise<void> {
    const missing = requests.flatMap(({ objectiveId, needed }) => {
      const days = loaded.get(objectiveId)!;
      return needed.counts
        .filter(day => days.rollUps.has(day) && !days.blocks.has(day))
        .map(day => ({ objectiveId, day }));
    });
    for (let start = 0; start < missing.length; start += BLOCKS) {
      const blocks = await this.#store.readBlocks(
        missing.slice(start, start + BLOCKS),
      );
      for (const { objectiveId, day, block } of blocks) {
        loaded.get(objectiveId)!.blocks.set(day, block);
      }
    }
  }
}
