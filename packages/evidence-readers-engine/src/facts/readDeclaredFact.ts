import {
  FACT_NAME_PATTERN,
  FACT_TYPES,
  FactReading,
  FactType,
  FactValue,
} from '@maestro-conductor/plugin-evidence-common';
import { InvalidArtifactError } from '../reader/InvalidArtifactError';
import { parseTimestamp } from '../reader/parseTimestamp';
import { quote } from '../reader/quote';
import {
  CURRENCY_PER_DAY,
  FactRule,
  reservedBecause,
  ruleOf,
} from './knownFacts';

const LONGEST_NAME = 200;
const LONGEST_TEXT = 4000;
const LONGEST_LIST = 1000;

interface Range {
  rule: string;
  fits(value: number): boolean;
}

/** Units and the numbers that make sense in them. */
const UNITS: Record<string, Range> = {
  ratio: { rule: 'from 0 to 1', fits: value => value >= 0 && value <= 1 },
  count: {
    rule: 'a whole number, 0 or more',
    fits: value => Number.isSafeInteger(value) && value >= 0,
  },
  ms: { rule: '0 or more', fits: value => value >= 0 },
  bytes: { rule: '0 or more', fits: value => value >= 0 },
  '1/s': { rule: '0 or more', fits: value => value >= 0 },
};

/** The numbers that make sense in a unit; `undefined` where it is none. */
function rangeOf(unit: string): Range | undefined {
  if (CURRENCY_PER_DAY.test(unit)) return UNITS.ms;
  return Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
}

/**
 * One entry of a declared facts file: `name: value`, or `name: { value, type?, unit? }` (a `Map`, as it comes from
 * `parseDocument`). Throws an `InvalidArtifactError` whose field is `facts.<name>`.
 *
 * @internal
 */
export function readDeclaredFact(name: unknown, entry: unknown): FactReading {
  const field = `facts.${String(name)}`;
  const fail = (rule: string) =>
    new InvalidArtifactError(field, `${quote(field)} ${rule}`);

  if (
    typeof name !== 'string' ||
    name.length > LONGEST_NAME ||
    !FACT_NAME_PATTERN.test(name)
  ) {
    throw fail(
      `is no fact name: use dotted lower-case words, such as test.total, of ${LONGEST_NAME} characters at most`,
    );
  }
  const reserved = reservedBecause(name);
  if (reserved) throw fail(reserved);

  const claimed = entry instanceof Map ? entry : new Map([['value', entry]]);
  for (const key of claimed.keys()) {
    if (!['value', 'type', 'unit'].includes(key)) {
      throw fail(
        `has the key ${quote(String(key))}; value, type and unit are known`,
      );
    }
  }
  const rule = ruleOf(name);
  const type = decideType(claimed, rule?.type, fail);
  const unit = decideUnit(claimed, type, rule, fail);
  const value = readValue(claimed.get('value'), type, fail);
  const range = unit === undefined ? undefined : rangeOf(unit);
  if (typeof value === 'number' && range && !range.fits(value)) {
    throw fail(`is ${value}; in ${unit} it must be ${range.rule}`);
  }
  return { name, type, value, ...(unit && { unit }) };
}

type JsonObject = Exclude<Extract<FactValue, unknown[]>, string[]>[number];
type JsonValue = Exclude<JsonObject[string], undefined>;
type Fail = (rule: string) => InvalidArtifactError;

function decideType(
  entry: Map<unknown, unknown>,
  known: FactType | undefined,
  fail: Fail,
): FactType {
  const claimed = entry.get('type');
  if (claimed === undefined)
    return known ?? guessType(entry.get('value'), fail);
  const type = FACT_TYPES.find(candidate => candidate === claimed);
  if (!type) throw fail(`has an unknown type; use ${FACT_TYPES.join(', ')}`);
  if (known && known !== type) {
    throw fail(`claims the type ${type}; this fact is a ${known}`);
  }
  return type;
}

function decideUnit(
  entry: Map<unknown, unknown>,
  type: FactType,
  rule: FactRule | undefined,
  fail: Fail,
): string | undefined {
  const { unit: known, units } = rule ?? {};
  const claimed = entry.get('unit');
  if (units && !(typeof claimed === 'string' && units.fits.test(claimed))) {
    throw fail(`needs a unit: ${units.words}`);
  }
  if (claimed === undefined) return known;
  if (type !== 'number') throw fail(`is a ${type}; only numbers have a unit`);
  if (typeof claimed !== 'string' || !rangeOf(claimed)) {
    throw fail(
      `has an unknown unit; use ${Object.keys(UNITS).join(
        ', ',
      )}, or a currency per day such as USD/d`,
    );
  }
  if (known && known !== claimed) {
    throw fail(`claims the unit ${claimed}; this fact is a ${known}`);
  }
  return claimed;
}

function guessType(value: unknown, fail: Fail): FactType {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') {
    if (/^[-+]?\.?(nan|inf(inity)?)$/i.test(value)) {
      throw fail(`is ${quote(value)}; a number must be finite`);
    }
    return parseTimestamp(value) ? 'timestamp' : 'string';
  }
  if (Array.isArray(value)) {
    return value.some(item => item instanceof Map) ? 'object[]' : 'string[]';
  }
  throw fail('has no value; leave the fact out where there is none');
}

function readValue(value: unknown, type: FactType, fail: Fail): FactValue {
  const isText = (item: unknown): item is string =>
    typeof item === 'string' && item.length <= LONGEST_TEXT;
  switch (type) {
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) {
        throw fail('must be a finite number');
      }
      // Beyond, neighbours are taken for the same number: what was written may not be what is read.
      if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
        throw fail(
          `is beyond ±${Number.MAX_SAFE_INTEGER}: give it in a larger unit`,
        );
      }
      return value;
    case 'boolean':
      if (typeof value === 'boolean') return value;
      throw fail('must be true or false');
    case 'timestamp': {
      const moment =
        typeof value === 'string' ? parseTimestamp(value) : undefined;
      if (moment) return moment;
      throw fail(
        'must be a time with its offset, such as 2026-01-31T12:00:00Z',
      );
    }
    case 'string':
      if (isText(value)) return value;
      throw fail(`must be text of ${LONGEST_TEXT} characters at most`);
    case 'string[]':
      if (
        Array.isArray(value) &&
        value.length <= LONGEST_LIST &&
        value.every(isText)
      ) {
        return value;
      }
      throw fail(`must be a list of at most ${LONGEST_LIST} texts`);
    default:
      if (
        Array.isArray(value) &&
        value.length <= LONGEST_LIST &&
        value.every(item => item instanceof Map)
      ) {
        return value.map(item => toObject(item, fail));
      }
      throw fail(`must be a list of at most ${LONGEST_LIST} objects`);
  }
}

function toObject(map: Map<unknown, unknown>, fail: Fail): JsonObject {
  return Object.fromEntries(
    [...map].map(([key, value]) => [String(key), toJson(value, fail)]),
  );
}

function toJson(value: unknown, fail: Fail): JsonValue {
  if (value instanceof Map) return toObject(value, fail);
  if (Array.isArray(value)) return value.map(item => toJson(item, fail));
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (value === null) return value;
  throw fail('holds a value that is no JSON, such as NaN or Infinity');
}
