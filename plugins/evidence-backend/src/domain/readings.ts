import {
  FactReading,
  FactType,
  ItemError,
} from '@maestro-conductor/plugin-evidence-common';
import { faultOfPushedName } from './factNames';
import { itemError } from './itemError';
import { notAfterReceipt, parseIsoTime } from './time';

interface KnownFact {
  type: FactType;
  unit?: string;
  /** Below zero is a value like others. */
  mayBeNegative?: boolean;
}

const RATIO: KnownFact = { type: 'number', unit: 'ratio' };
const COUNT: KnownFact = { type: 'number', unit: 'count' };
const MILLISECONDS: KnownFact = { type: 'number', unit: 'ms' };
const BOOLEAN: KnownFact = { type: 'boolean' };
const TIMESTAMP: KnownFact = { type: 'timestamp' };

/** Facts that others judge by: whoever writes one must keep to its type and unit. */
const KNOWN_FACTS: ReadonlyMap<string, KnownFact> = new Map([
  ['test.coverage.lines', RATIO],
  ['test.coverage.branches', RATIO],
  ['test.coverage.functions', RATIO],
  ['test.total', COUNT],
  ['test.passed', COUNT],
  ['test.failed', COUNT],
  ['test.skipped', COUNT],
  ['test.duration', MILLISECONDS],
  ['load.passed', BOOLEAN],
  ['load.passed_at', TIMESTAMP],
  ['load.http_req_duration.p95', MILLISECONDS],
  ['load.requests', COUNT],
  ['load.checks.rate', RATIO],
  ['load.thresholds_crossed', COUNT],
  ['chaos.passed', BOOLEAN],
  ['chaos.passed_at', TIMESTAMP],
  ['chaos.deviated', BOOLEAN],
  ['chaos.duration', MILLISECONDS],
  ['chaos.actions', COUNT],
  ['chaos.actions_failed', COUNT],
  ['slo.adherence', RATIO],
  ['slo.budget.worst', { ...RATIO, mayBeNegative: true }],
  ['cost.daily', { type: 'number' }],
  ['repo.runbook.changed_at', TIMESTAMP],
]);

/** Units in which no value is below zero. */
const NEVER_NEGATIVE = new Set(['ratio', 'count', 'ms', 'bytes', '1/s']);

/** Costs: a currency by its ISO 4217 code. */
const PER_DAY = /^[A-Z]{3}\/d$/;

const MAX_FACTS = 1000;
const MAX_VALUE_CHARACTERS = 64 * 1024;

/**
 * Checks what was read from a pushed artifact: names, types, units, ranges, and that nothing is told of a time after its receipt.
 *
 * @returns The readings as they are kept (unit of known facts added, timestamps in UTC), or the first fault with the fact's name.
 */
export function checkReadings(
  readings: FactReading[],
  context: { receivedAt: Date },
): FactReading[] | ItemError {
  if (readings.length > MAX_FACTS) {
    return itemError(
      'InvalidField',
      'facts',
      `facts: ${readings.length} were found, one artifact may hold at most ${MAX_FACTS}.`,
    );
  }
  const checked: FactReading[] = [];
  const seen = new Set<string>();
  for (const reading of readings) {
    const field = `facts.${String(reading.name).slice(0, 200)}`;
    const fault = seen.has(reading.name)
      ? 'is there twice.'
      : faultOfPushedName(reading.name);
    if (fault) {
      return itemError('InvalidField', field, `${field}: ${fault}`);
    }
    seen.add(reading.name);
    const result = checkReading(reading, field, context.receivedAt);
    if ('code' in result) {
      return result;
    }
    checked.push(result);
  }
  return checked;
}

/** Checks one reading whose name is all right: type, unit, range, and that `…_at` is not ahead of its receipt. */
export function checkReading(
  reading: FactReading,
  field: string,
  receivedAt: Date,
): FactReading | ItemError {
  const known = KNOWN_FACTS.get(reading.name);
  const refuse = (rule: string) =>
    itemError('InvalidField', field, `${field}: ${rule}`);
  if (known && known.type !== reading.type) {
    return refuse(`must be a ${known.type}, not a ${reading.type}.`);
  }
  if (known?.unit && reading.unit && known.unit !== reading.unit) {
    return refuse(`has the unit ${known.unit}, not ${reading.unit}.`);
  }
  const unit = known?.unit ?? reading.unit;
  if (unit !== undefined && !/^[a-zA-Z0-9%/]{1,20}$/.test(unit)) {
    return refuse('has a unit that is no short word such as ratio or ms.');
  }
  const fault = faultOfValue(reading, { ...known, unit });
  if (fault) {
    return refuse(fault);
  }
  if (reading.type !== 'timestamp') {
    return { ...reading, unit };
  }
  return checkTimestamp(reading, { field, receivedAt });
}

type NumberRule = Pick<KnownFact, 'unit' | 'mayBeNegative'>;

function faultOfValue(
  { type, value }: FactReading,
  rule: NumberRule,
): string | undefined {
  switch (type) {
    case 'number':
      return faultOfNumber(value, rule);
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'must be true or false.';
    case 'string':
    case 'timestamp':
      return typeof value === 'string' ? faultOfSize(value) : 'must be text.';
    case 'string[]':
      return Array.isArray(value) && value.every(v => typeof v === 'string')
        ? faultOfSize(value)
        : 'must be a list of texts.';
    case 'object[]':
      return Array.isArray(value) &&
        value.every(v => typeof v === 'object' && v !== null)
        ? faultOfSize(value)
        : 'must be a list of objects.';
    default:
      return `has the unknown type ${String(type)}.`;
  }
}

function faultOfNumber(
  value: unknown,
  { unit, mayBeNegative }: NumberRule,
): string | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return 'must be a finite number.';
  }
  const isBelow = value < 0 && !mayBeNegative;
  if (unit === 'ratio' && (isBelow || value > 1)) {
    return `must be a ratio from 0 to 1, and is ${value}.`;
  }
  if (unit && isBelow && (NEVER_NEGATIVE.has(unit) || PER_DAY.test(unit))) {
    return `must not be negative, and is ${value}.`;
  }
  return undefined;
}

function faultOfSize(value: unknown): string | undefined {
  return JSON.stringify(value).length > MAX_VALUE_CHARACTERS
    ? `is longer than ${MAX_VALUE_CHARACTERS} characters.`
    : undefined;
}

function checkTimestamp(
  reading: FactReading,
  context: { field: string; receivedAt: Date },
): FactReading | ItemError {
  const { field, receivedAt } = context;
  const time = parseIsoTime(String(reading.value));
  if (!time) {
    return itemError(
      'InvalidField',
      field,
      `${field}: must be an ISO 8601 time with its offset, like 2026-03-01T12:00:00Z.`,
    );
  }
  // `…_at` tells of something that has happened; other timestamps (an expiry) may lie ahead.
  const kept = reading.name.endsWith('_at')
    ? notAfterReceipt({ field, time, receivedAt })
    : time;
  return 'code' in kept ? kept : { ...reading, value: kept.toISOString() };
}
