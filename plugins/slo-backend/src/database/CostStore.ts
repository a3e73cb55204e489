import { DailyCost } from '../domain/unitCost';

/** An entity in an environment. */
export interface CostKey {
  entityRef: string;
  environment: string;
}

/** Daily costs of entities, copied from the facts that were pushed. */
export interface CostStore {
  /** Entities with an objective that asks for a unit cost, in order. */
  costedEntities(): Promise<CostKey[]>;
  /** Replaces what is known of days; days that are not among them stay. */
  saveCosts(key: CostKey, costs: readonly DailyCost[]): Promise<void>;
  /** By `costKeyOf`, from a day on, in the order of days. */
  readCosts(
    keys: readonly CostKey[],
    fromDay: number,
  ): Promise<Map<string, DailyCost[]>>;
}

/** As `readCosts` has it. */
export function costKeyOf({ entityRef, environment }: CostKey): string {
  return `${entityRef}\n${environment}`;
}
