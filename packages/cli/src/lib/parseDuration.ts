import { InvalidArgumentError } from 'commander';

const UNITS: Record<string, number> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};
const LONGEST = UNITS.h;

/** A duration such as `90s`, `5m` or `0`: a whole number of ms, s, m or h, one hour at most. In milliseconds. @internal */
export function parseDuration(text: string): number {
  const [, number, unit] = /^(\d{1,7})(ms|s|m|h)?$/.exec(text) ?? [];
  const value = Number(number) * UNITS[unit ?? 's'];
  if (number === undefined || value > LONGEST || (!unit && value > 0)) {
    throw new InvalidArgumentError(
      'It must be a duration such as 90s or 5m, one hour at most; 0 tries once.',
    );
  }
  return value;
}
