import { insertValues, wantedRows } from '@maestro-conductor/backend-kit';
import { Knex } from 'knex';
import { DailyCost } from '../domain/unitCost';
import { CostKey, costKeyOf, CostStore } from './CostStore';

/** How an objective with a unit cost says so in its definition. */
const ASKS = '%"unitCost":{%';

interface CostRow {
  entity_ref: string;
  environment: string;
  day: number;
  amount: number;
  currency: string;
}

/** @see CostStore */
export class KnexCostStore implements CostStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async costedEntities(): Promise<CostKey[]> {
    const rows: CostRow[] = await this.#knex('objectives')
      .whereNull('removed_at')
      .whereLike('definition', ASKS)
      .distinct('entity_ref', 'environment')
      .orderBy(['entity_ref', 'environment']);
    return rows.map(({ entity_ref, environment }) => ({
      entityRef: entity_ref,
      environment,
    }));
  }

  async saveCosts(key: CostKey, costs: readonly DailyCost[]): Promise<void> {
    const rows = costs.map(
      ({ day, amount, currency }): CostRow => ({
        entity_ref: key.entityRef,
        environment: key.environment,
        day,
        amount,
        currency,
      }),
    );
    await insertValues(this.#knex, rows, {
      table: 'daily_costs',
      conflict:
        'on conflict ("entity_ref", "environment", "day") do update set "amount" = excluded."amount", "currency" = excluded."currency"',
    });
  }

  async readCosts(
    keys: readonly CostKey[],
    fromDay: number,
  ): Promise<Map<string, DailyCost[]>> {
    if (keys.length === 0) return new Map();
    const wanted = wantedRows(
      this.#knex,
      'wanted',
      { entity_ref: 'text', environment: 'text' },
      [...new Map(keys.map(key => [costKeyOf(key), key])).values()].map(
        ({ entityRef, environment }) => ({
          entity_ref: entityRef,
          environment,
        }),
      ),
    );
    const rows: CostRow[] = await this.#knex
      .from(wanted)
      .join('daily_costs as c', join =>
        join
          .on('c.entity_ref', '=', 'wanted.entity_ref')
          .andOn('c.environment', '=', 'wanted.environment'),
      )
      .where('c.day', '>=', fromDay)
      .orderBy('c.day')
      .select('c.*');
    const costs = new Map<string, DailyCost[]>();
    for (const { entity_ref, environment, day, amount, currency } of rows) {
      const key = costKeyOf({ entityRef: entity_ref, environment });
      const list = costs.get(key) ?? [];
      list.push({ day, amount, currency });
      costs.set(key, list);
    }
    return costs;
  }
}
