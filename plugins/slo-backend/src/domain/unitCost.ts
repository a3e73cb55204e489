import { UnitCost, UnitCostTarget } from '@maestro-conductor/plugin-slo-common';
import { MINUTES_PER_DAY, SampleDays } from '@maestro-conductor/slo-engine';

/** What an entity cost on a UTC day. */
export interface DailyCost {
  /** Since 1970. */
  day: number;
  amount: number;
  currency: string;
}

const DAY_MS = MINUTES_PER_DAY * 60_000;

const isoOf = (day: number) => new Date(day * DAY_MS).toISOString();

/**
 * What a unit of work cost: the sum of the costs of whole days that have both a cost and requests ÷ the sum of their requests × the units that
 * the price is for. Days without the one or the other are in neither sum.
 *
 * Unknown below a minimum of requests, where fewer than half of the window's whole days have a cost, and where costs are in another currency.
 *
 * @param options - `from`, `to`: whole days of the window, the second exclusive
 */
export function unitCost(options: {
  target: UnitCostTarget;
  costs: readonly DailyCost[];
  days: Pick<SampleDays, 'rollUp'>;
  from: number;
  to: number;
  minimumRequests: number;
}): UnitCost {
  const { target, costs, days, from, to, minimumRequests } = options;
  const unknown = (reason: string): UnitCost => ({ ...target, reason });
  const within = costs.filter(({ day }) => day >= from && day < to);
  const other = within.find(({ currency }) => currency !== target.currency);
  if (other) {
    return unknown(
      `Costs are in ${other.currency}, and the objective asks for ${target.currency}.`,
    );
  }
  if (within.length === 0 || within.length * 2 < to - from) {
    return unknown(
      `Only ${within.length} of ${
        to - from
      } days have a cost; half of them are needed.`,
    );
  }
  const both = within.flatMap(({ day, amount }) => {
    const total = days.rollUp(day)?.total ?? 0;
    return total > 0 ? [{ day, amount, total }] : [];
  });
  const requests = both.reduce((sum, { total }) => sum + total, 0);
  if (requests < minimumRequests || requests === 0) {
    return unknown(
      `Only ${Math.round(requests)} ${
        target.unit
      } were counted on days with a cost; ${minimumRequests} are needed.`,
    );
  }
  const cost = both.reduce((sum, { amount }) => sum + amount, 0);
  return {
    ...target,
    value: (cost / requests) * target.per,
    from: isoOf(Math.min(...both.map(({ day }) => day))),
    to: isoOf(Math.max(...both.map(({ day }) => day)) + 1),
  };
}
