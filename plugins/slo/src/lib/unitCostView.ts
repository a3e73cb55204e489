import { UnitCost } from '@maestro-conductor/plugin-slo-common';
import { formatMoney, formatQuantity } from '@maestro-conductor/ui';

/** What a unit of work cost, in words. */
export interface UnitCostView {
  /** `$1.62 / M GraphQL calls`, `unknown`. */
  text: string;
  /** `target $2.00`; absent where there is none. */
  target?: string;
  /** Whether it cost more than it may. */
  over: boolean;
  /** Why it is unknown. */
  reason?: string;
}

const PER: ReadonlyMap<number, string> = new Map([
  [1, ''],
  [1_000, 'k '],
  [1_000_000, 'M '],
]);

/** The cost of a unit beside what it may cost; undefined where nobody asked for one. */
export function unitCostView(
  cost: UnitCost | undefined,
): UnitCostView | undefined {
  if (!cost) return undefined;
  const { currency, per, unit, value, target, reason } = cost;
  const limit =
    target === undefined
      ? undefined
      : `target ${formatMoney(target, currency)}`;
  if (value === undefined) {
    return { text: 'unknown', target: limit, over: false, reason };
  }
  return {
    text: `${formatMoney(value, currency, target)} / ${
      PER.get(per) ?? `${formatQuantity(per)} `
    }${unit}`,
    target: limit,
    over: target !== undefined && value > target,
  };
}
