import { UnitCostTarget } from '@maestro-conductor/plugin-slo-common';
import { quote } from '../yaml/quote';
import { Value } from '../yaml/Value';

const PRICE =
  /^(?:(\d+(?:\.\d+)?) )?([A-Z]{3}) per ([1-9][\d_,]*) (\S.{0,79})$/;

/** What a unit may cost: `2 USD per 1,000,000 GraphQL calls`. Without a price in front, the cost is shown and not judged. */
export function readUnitCost(
  value: Value | undefined,
): UnitCostTarget | undefined {
  const text = value?.text()?.trim();
  if (text === undefined) return undefined;
  const [, price, currency, count, unit] = PRICE.exec(text) ?? [];
  const per = Number((count ?? '').replace(/[_,]/g, ''));
  if (!unit || !Number.isSafeInteger(per)) {
    return value?.error(
      'unit-cost',
      `${quote(text)} is no price: write it as 2 USD per 1000000 GraphQL calls`,
    );
  }
  return {
    currency,
    per,
    unit,
    ...(price !== undefined && { target: Number(price) }),
  };
}
