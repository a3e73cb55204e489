import {
  FactReading,
  ItemError,
  PluginFact,
} from '@maestro-conductor/plugin-evidence-common';
import { factFreshUntil, FreshnessRules } from './freshness';
import { ownerOfFact } from './factNames';
import { isItemError, itemError } from './itemError';
import { checkReading } from './readings';
import { notAfterReceipt, parseIsoTime } from './time';

const TIME_RULE =
  'must be an ISO 8601 time with its offset, like 2026-03-01T12:00:00Z.';

/** What of a plugin's fact is kept, besides whom it is about. */
export interface CheckedPluginFact {
  reading: FactReading;
  observedAt: Date;
  freshUntil?: Date;
}

/** Checks one fact that a plugin tells: its name is the plugin's own, value and unit fit, and its time is not ahead. */
export function checkPluginFact(
  fact: PluginFact,
  context: { plugin: string; receivedAt: Date; freshness: FreshnessRules },
): CheckedPluginFact | ItemError {
  const { plugin, receivedAt, freshness } = context;
  const { name, type, value, unit } = fact;
  const refuse = (field: string, message: string) =>
    itemError('InvalidField', field, `${field} of ${name}: ${message}`);
  if (ownerOfFact(name) !== plugin || !name.startsWith(`${plugin}.`)) {
    return itemError(
      'NotAllowed',
      'name',
      `name: the plugin ${plugin} may tell facts whose name begins with '${plugin}.', not ${name}.`,
    );
  }
  const reading = checkReading({ name, type, value, unit }, name, receivedAt);
  if (isItemError(reading)) return reading;
  const time = parseIsoTime(fact.observedAt);
  if (!time) return refuse('observedAt', TIME_RULE);
  const observedAt = notAfterReceipt({
    field: 'observedAt',
    time,
    receivedAt,
  });
  if (isItemError(observedAt)) return observedAt;
  if (fact.freshUntil === undefined) {
    return {
      reading,
      observedAt,
      freshUntil: ownFreshUntil(reading, observedAt, freshness),
    };
  }
  const freshUntil = parseIsoTime(fact.freshUntil);
  return freshUntil
    ? { reading, observedAt, freshUntil }
    : refuse('freshUntil', TIME_RULE);
}

function ownFreshUntil(
  reading: FactReading,
  observedAt: Date,
  freshness: FreshnessRules,
): Date | undefined {
  return Object.hasOwn(freshness.facts, reading.name)
    ? factFreshUntil(freshness, { ...reading, kind: 'facts', observedAt })
    : undefined;
}
