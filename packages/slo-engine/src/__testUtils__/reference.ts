import { MinuteCounts } from '../samples';
import { BudgetRule } from '../types';

/** A fraction of whole numbers: nothing is ever rounded. */
export interface Fraction {
  over: bigint;
  under: bigint;
}

/** Reads a decimal as it is written: 0.999 is 999/1000. */
export function fraction(decimal: number): Fraction {
  const [whole, decimals = ''] = decimal.toString().split('.');
  return {
    over: BigInt(whole + decimals),
    under: 10n ** BigInt(decimals.length),
  };
}

export const plus = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
});
export const times = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.over,
  under: a.under * b.under,
});
const minus = (a: Fraction, b: Fraction) => plus(a, { ...b, over: -b.over });
const divide = (a: Fraction, b: Fraction) =>
  times(a, { over: b.under, under: b.over });
export const whole = (value: number): Fraction => ({
  over: BigInt(value),
  under: 1n,
});

/** Sign of a − b. */
export const compare = (a: Fraction, b: Fraction): number =>
  Number(a.over * b.under - b.over * a.under > 0n) -
  Number(a.over * b.under - b.over * a.under < 0n);

/** Correct to 12 digits. */
export const toNumber = ({ over, under }: Fraction): number =>
  Number((over * 10n ** 20n) / under) / 1e20;

/** What is right, found by looking at each minute and each slice, in fractions. Counts are whole. */
export function referenceBudget(options: {
  samples: readonly MinuteCounts[];
  rule: BudgetRule;
  from: number;
  to: number;
  /** Slices of the whole window. */
  units: number;
}): { bad: Fraction; total: number; left?: Fraction; sign: number } {
  const { samples, rule, from, to, units } = options;
  const said = new Map(samples.map(sample => [sample.minute, sample]));
  const { bad, total } =
    rule.method === 'Occurrences'
      ? events(said, from, to)
      : slices(said, from, to, rule);
  const share = minus(whole(1), fraction(rule.target));
  const budget = times(
    share,
    whole(rule.method === 'Occurrences' ? total : units),
  );
  if (budget.over === 0n) return { bad, total, sign: 0 };
  const left = divide(minus(budget, bad), budget);
  return { bad, total, left, sign: compare(left, whole(0)) };
}

function events(said: Map<number, MinuteCounts>, from: number, to: number) {
  let bad = 0;
  let total = 0;
  for (let minute = from; minute < to; minute += 1) {
    const counts = said.get(minute);
    if (!counts) continue;
    bad += counts.total - counts.good;
    total += counts.total;
  }
  return { bad: whole(bad), total };
}

function slices(
  said: Map<number, MinuteCounts>,
  from: number,
  to: number,
  { method, sliceMinutes = 1, sliceTarget = 1 }: BudgetRule,
) {
  let bad = whole(0);
  let total = 0;
  for (let begin = from; begin < to; begin += 1) {
    if (begin % sliceMinutes !== 0) continue;
    const counts = [...Array(sliceMinutes).keys()]
      .map(index => said.get(begin + index))
      .filter(found => found !== undefined);
    if (counts.length > 0) total += 1;
    const good = counts.reduce((sum, found) => sum + found.good, 0);
    const all = counts.reduce((sum, found) => sum + found.total, 0);
    if (all === 0) continue;
    const needed = times(fraction(sliceTarget), whole(all));
    const failed = compare(whole(good), needed) < 0;
    if (method === 'RatioTimeslices') {
      bad = plus(bad, { over: BigInt(all - good), under: BigInt(all) });
    } else if (failed) bad = plus(bad, whole(1));
  }
  return { bad, total };
}
