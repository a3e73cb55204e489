import { Fields } from '../yaml/Fields';
import { quote } from '../yaml/quote';
import { Value } from '../yaml/Value';

/** The share of good that an objective promises: 0 (inclusive) to 1 (exclusive), from `target` or `targetPercent`. */
export function readTarget(objective: Fields): number | undefined {
  const share = objective.get('target');
  const percent = objective.get('targetPercent');
  const value = share ?? percent;
  if (!value || (share && percent)) {
    return objective.whole.error(
      'target',
      'needs target or targetPercent, exactly one of them',
    );
  }
  const number = value.number();
  if (!number) return undefined;
  const target = share ? number.value : shareOf(number);
  return checkRange(value, target, number.source);
}

/** By moving the point, as 99.9 ÷ 100 is not 0.999 in floating point. */
function shareOf({ value, source }: { value: number; source: string }): number {
  const moved = /^[-+]?[\d.]+$/.test(source) ? Number(`${source}e-2`) : NaN;
  return Number.isNaN(moved) ? value / 100 : moved;
}

function checkRange(
  value: Value,
  target: number,
  source: string,
): number | undefined {
  if (target >= 0 && target < 1) return target;
  if (target === 1) {
    return value.error(
      'target-range',
      'a target of 100 % leaves no error budget: choose a lower one, for example 99.9 %',
    );
  }
  const isPercent = value.path.endsWith('.target') && target > 1;
  return value.error(
    'target-range',
    `${quote(source)} is out of range: ${
      isPercent
        ? 'target is a share from 0 to below 1; for a percentage write targetPercent'
        : 'from 0 to below 100 %'
    }`,
  );
}
