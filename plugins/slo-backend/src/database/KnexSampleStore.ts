import { BudgetRule } from '@maestro-conductor/slo-engine';
import { Knex } from 'knex';
import { lockHeads, writeHeads } from './operations/lockHeads';
import { readBlocks, readRollUps } from './operations/readDays';
import { saveSamples } from './operations/saveSamples';
import { sumAnew } from './operations/sumAnew';
import { HeadRow, orNothing } from './rows';
import {
  SampleHead,
  SamplesToSave,
  SampleStore,
  SavedSamples,
} from './SampleStore';

/** @see SampleStore */
export class KnexSampleStore implements SampleStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async saveSamples(
    items: readonly SamplesToSave[],
    now: Date,
  ): Promise<SavedSamples[]> {
    if (items.length === 0) return [];
    return await this.#knex.transaction(tx => saveSamples(tx, items, now));
  }

  async noteReads(
    reads: readonly { objectiveId: string; problem: string }[],
    now: Date,
  ): Promise<void> {
    if (reads.length === 0) return;
    await this.#knex.transaction(async tx => {
      const heads = await lockHeads(
        tx,
        reads.map(({ objectiveId }) => objectiveId),
      );
      await writeHeads(
        tx,
        reads.map(({ objectiveId, problem }): HeadRow => {
          const head = heads.get(objectiveId)!;
          const since = head.problem_since ?? now;
          return {
            ...head,
            problem,
            problem_since: new Date(since),
          };
        }),
      );
    });
  }

  async readHeads(
    objectiveIds: readonly string[],
  ): Promise<Map<string, SampleHead>> {
    const rows: HeadRow[] = await this.#knex('sample_heads').whereIn(
      'objective_id',
      objectiveIds,
    );
    return new Map(
      rows.map(row => [
        row.objective_id,
        {
          objectiveId: row.objective_id,
          revision: row.revision,
          firstMinute: orNothing(row.first_minute),
          lastMinute: orNothing(row.last_minute),
          readUntil: orNothing(row.read_until),
        },
      ]),
    );
  }

  async readRollUps(
    requests: readonly {
      objectiveId: string;
      fromDay: number;
      after: number;
    }[],
  ) {
    return await readRollUps(this.#knex, requests);
  }

  async readBlocks(requests: readonly { objectiveId: string; day: number }[]) {
    return await readBlocks(this.#knex, requests);
  }

  async sumAnew(
    objectiveId: string,
    rule: BudgetRule,
    days: readonly number[],
  ): Promise<void> {
    await this.#knex.transaction(tx =>
      sumAnew(tx, { objectiveId, rule, days }),
    );
  }

  async forgetDaysBefore(day: number): Promise<number> {
    await this.#knex('series_days').where('day', '<', day).delete();
    return await this.#knex('sample_days').where('day', '<', day).delete();
  }
}
